declare module 'swagger-ui-dist' {
  /** Where the files of Swagger UI are. */
  export function absolutePath(): string;
}
