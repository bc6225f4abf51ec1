declare module '*.svg' {
  /** Address of the file in the built panel. */
  const url: string;
  export default url;
}
