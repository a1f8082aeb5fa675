/** The few members of WebAssembly that are used; Node's type package leaves them to the browser's library. */
declare namespace WebAssembly {
  type Exports = Record<string, unknown>;
  interface Module {
    readonly [Symbol.toStringTag]: 'WebAssembly.Module';
  }
  interface Instance {
    readonly exports: Exports;
  }
  function compile(bytes: Uint8Array): Promise<Module>;
  function instantiate(module: Module, imports: Record<string, object>): Promise<Instance>;
}
