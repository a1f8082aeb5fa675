import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * A port of its own that leads to another one, or to nowhere: a server that starts anew may listen elsewhere, but its
 * clients know one address only.
 */
export class Relay {
  port = 0;
  #server: Server | undefined;
  readonly #sockets = new Set<Socket>();

  /** Takes a port, and leads nowhere yet: whoever connects is refused. */
  static async reserve(): Promise<Relay> {
    const relay = new Relay();
    await relay.leadTo(0);
    await relay.cut();
    return relay;
  }

  async leadTo(target: number): Promise<void> {
    this.#server = createServer((client) => this.#join(client, connect(target, '127.0.0.1')));
    this.#server.listen(this.port, '127.0.0.1');
    await once(this.#server, 'listening');
    this.port = (this.#server.address() as AddressInfo).port;
  }

  /** Ends all connections and takes no more. */
  async cut(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    for (const socket of this.#sockets) socket.destroy();
    if (server) await new Promise((resolve) => server.close(resolve));
  }

  #join(client: Socket, target: Socket): void {
    for (const [one, other] of [
      [client, target],
      [target, client],
    ] as const) {
      this.#sockets.add(one);
      one.setNoDelay(true);
      one.on('error', () => undefined);
      one.on('close', () => {
        this.#sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  }
}
