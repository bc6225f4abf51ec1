/** A contributor as the server knows them: from the access token, never from a body. */
export interface Actor {
  /** Id of the account; stable and never reused. */
  id: number;
  email: string;
  username: string;
  language?: string | null;
}
