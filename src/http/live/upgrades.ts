import { ServerResponse, type IncomingMessage } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { WebSocketServer, type WebSocket } from 'ws';

interface Upgrade {
  socket: Socket;
  head: Buffer;
}

/**
 * Requests to become a WebSocket take the way of every other request, so that whatever holds for those holds for them:
 * limits, readiness, the client's address behind a proxy. A route asks `isUpgrade` and takes them over by `accept`.
 */
export class Upgrades {
  readonly #waiting = new WeakMap<IncomingMessage, Upgrade>();

  constructor(
    app: FastifyInstance,
    readonly sockets: WebSocketServer,
  ) {
    app.server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
      if (!(socket instanceof Socket)) return void socket.destroy();
      socket.on('error', () => undefined);
      this.#waiting.set(request, { socket, head });
      const response = new ServerResponse(request);
      response.assignSocket(socket);
      // Refused: what is left of the connection is of no use.
      response.once('finish', () => socket.end());
      app.routing(request, response);
    });
  }

  isUpgrade(request: IncomingMessage): boolean {
    return this.#waiting.has(request);
  }

  /** Takes a connection over; the reply is not Fastify's any more. */
  accept(request: IncomingMessage, reply: FastifyReply, opened: (socket: WebSocket) => void): void {
    const upgrade = this.#waiting.get(request);
    if (!upgrade) return;
    const { socket, head } = upgrade;
    reply.hijack();
    reply.raw.removeAllListeners('finish');
    reply.raw.detachSocket(socket);
    this.sockets.handleUpgrade(request, socket, head, opened);
  }
}
