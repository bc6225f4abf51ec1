/** Accounts of the content API: contributors. */
export const USER = 'plugin::users-permissions.user' as const;

/** The columns of an account that are used here. */
export interface Account {
  id: number;
  documentId: string;
  username: string;
  email: string;
  confirmed: boolean | null;
  blocked: boolean | null;
  language?: string | null;
}
