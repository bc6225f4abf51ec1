/** A contributor as the server sees them; made from the access token, never from a body. */
export interface Actor {
  /** Id of the account; stable, and never used again for another. */
  id: number;
  email: string;
  username: string;
  language?: string | null;
}
