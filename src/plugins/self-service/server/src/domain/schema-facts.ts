/** The part of a schema's attribute that self-service reads. */
export interface Attribute {
  type: string;
  enum?: readonly string[];
  min?: number;
  max?: number;
  minLength?: number;
  maxLength?: number;
  relation?: string;
  target?: string;
  component?: string;
  repeatable?: boolean;
  multiple?: boolean;
  private?: boolean;
  writable?: boolean;
}

/** A content type or component. */
export interface Schema {
  uid: string;
  attributes: Readonly<Record<string, Attribute>>;
}

/** Looks up a schema by uid; throws if there is none. */
export type SchemaOf = (uid: string) => Schema;
