// Its types are named only in "exports", which "moduleResolution": "Node" does not read.
declare module 'altcha-lib' {
  export * from 'altcha-lib/dist/esm/v2/index';
}
