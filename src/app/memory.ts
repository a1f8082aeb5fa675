import v8 from 'node:v8';

/**
 * V8's settings for a process that runs for months beside others. To be called before anything is opened.
 *
 * - WebAssembly (Prisma's engines, which only a start asks for anything) is not compiled a second time to be faster: that
 *   takes 70 MB, which the allocator keeps.
 * - What lives longest is collected once it has grown by 30 %. V8 lets it become several times as much where the machine has
 *   gigabytes: a first fill grew from 60 to 260 MB of garbage.
 */
export function spareMemory(): void {
  v8.setFlagsFromString('--liftoff-only');
  v8.setFlagsFromString('--no-wasm-tier-up');
  v8.setFlagsFromString('--no-wasm-dynamic-tiering');
  v8.setFlagsFromString('--heap-growing-percent=30');
}
