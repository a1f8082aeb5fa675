import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError, type ExecutionArgs, type FormattedExecutionResult } from 'graphql';
import {
  CloseCode,
  handleProtocols,
  makeServer,
  type Context as Connection,
  type ServerOptions,
} from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';
import { SECOND } from '../../domain/time.js';
import type { Caller, Api } from '../../graphql/server.js';
import type { Prepared } from '../../graphql/live/operations.js';
import { refuse } from '../errors.js';
import type { Refusals } from '../limits/refusals.js';
import type { LiveConnections } from './connections.js';
import { refuseConnection } from './refuse.js';
import { Upgrades } from './upgrades.js';

/** Sent to a client that takes its events too slowly; of our own, as the protocol has no such code. */
export const TOO_SLOW = 4508;
/** A WebSocket's word for a server that stops. */
const GOING_AWAY = 1001;
/** Its word for a server that has enough of a client for now. */
const TRY_AGAIN_LATER = 1013;
/** Milliseconds for a client to take note that it is closed. */
const LAST_WORD = 2 * SECOND;
/** What a refused operation would be answered with by HTTP. */
const REFUSED = 400;
/** Bytes of a message at most, as of a request's body. */
const LONGEST_MESSAGE = 100 * 1024;

interface SocketLimits {
  connections: LiveConnections;
  refusals: Refusals;
}

interface Extra {
  socket: WebSocket;
  caller: Caller;
}

type Init = Record<string, unknown>;
type Opened = Connection<Init, Extra>;

/** Subscriptions by WebSocket: the protocol graphql-transport-ws, as graphql-ws speaks it. */
export function webSockets(app: FastifyInstance, api: Api, limits: SocketLimits) {
  const { connections } = limits;
  const sockets = new WebSocketServer({ noServer: true, handleProtocols, maxPayload: LONGEST_MESSAGE });
  const upgrades = new Upgrades(app, sockets);
  const protocol = makeServer<Init, Extra>(protocolOptions(api, limits));

  function opened(socket: WebSocket, caller: Caller): void {
    const alive = keepAlive(socket, connections.limits.ping);
    const closed = protocol.opened(protocolSocket(socket), { socket, caller });
    socket.once('close', (code, reason) => {
      clearInterval(alive);
      void closed(code, String(reason));
    });
  }

  return {
    isUpgrade: (request: FastifyRequest): boolean => upgrades.isUpgrade(request.raw),
    accept: (request: FastifyRequest, reply: FastifyReply, caller: Caller): FastifyReply => {
      if (!isOwnPage(request.raw)) {
        const message = 'Pages of other sites may not subscribe here.';
        return refuse(reply, 403, message, 'FORBIDDEN');
      }
      let socket: WebSocket | undefined;
      const stop = () => socket && close(socket, GOING_AWAY, 'The server is stopping');
      const left = connections.open(request.ip, stop);
      if (typeof left === 'string') return refuseConnection(reply, left);
      request.raw.socket.once('close', left);
      upgrades.accept(request.raw, reply, (accepted) => opened((socket = accepted), caller));
      return reply;
    },
  };
}

/** A browser says which page opens a WebSocket, and asks nobody's leave: no CORS holds it back. */
function isOwnPage({ headers: { origin, host } }: IncomingMessage): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function protocolOptions(
  api: Api,
  { connections: { limits }, refusals }: SocketLimits,
): ServerOptions<Init, Extra> {
  return {
    connectionInitWaitTimeout: limits.greeting,
    onConnect: ({ extra, connectionParams }) => {
      const given = connectionParams?.authorization ?? connectionParams?.Authorization;
      if (typeof given === 'string') extra.caller = { ...extra.caller, authorization: given };
      const { role } = api.contextFor(extra.caller);
      return role !== 'NONE';
    },
    onSubscribe: (connection, _id, request) => prepare(api, connection, request, limits.subscriptions),
    subscribe: (args) =>
      api.live.start(args as Prepared) as ReturnType<NonNullable<ServerOptions['subscribe']>>,
    onError: ({ extra: { socket, caller } }, _id, { query }, errors) => {
      const { address } = caller;
      if (address !== undefined) refusals.note(address, REFUSED, query.length);
      if (address !== undefined && refusals.wait(address) > 0)
        close(socket, TRY_AGAIN_LATER, 'Too many operations were refused');
      return api.live.format(errors.map(cause)[0]);
    },
    // Formatted already; what the library would do with them takes errors of another kind.
    onNext: (_connection, _id, _request, _args, result) => result as FormattedExecutionResult,
  };
}

/** Carries an error through the library, which only takes its own kind. */
function carried(error: unknown): GraphQLError[] {
  return [
    new GraphQLError('refused', { originalError: error instanceof Error ? error : new Error(String(error)) }),
  ];
}

function cause(error: { originalError?: unknown }): unknown {
  return error.originalError ?? error;
}

async function prepare(
  api: Api,
  { extra, subscriptions }: Opened,
  request: object,
  most: number,
): Promise<ExecutionArgs | GraphQLError[]> {
  const { socket, caller } = extra;
  try {
    if (Object.keys(subscriptions).length > most) throw tooMany(most);
    return await api.live.prepare(request, api.contextFor(caller), () => close(socket, TOO_SLOW, 'Too slow'));
  } catch (error) {
    return carried(error);
  }
}

function tooMany(most: number): GraphQLError {
  const message = `One WebSocket carries ${most} subscriptions at most: complete some of them first.`;
  return new GraphQLError(message, { extensions: { code: 'RATE_LIMITED' } });
}

function protocolSocket(
  socket: WebSocket,
): Parameters<ReturnType<typeof makeServer<Init, Extra>>['opened']>[0] {
  return {
    protocol: socket.protocol,
    // Answered once the message has left: the next event waits in its queue until then.
    send: (data) =>
      new Promise((resolve) => {
        if (socket.readyState !== socket.OPEN) resolve();
        else socket.send(data, () => resolve());
      }),
    close: (code, reason) => socket.close(code, reason),
    onMessage: (handle) => {
      socket.on('message', (data: Buffer) => {
        handle(data.toString('utf8')).catch(() =>
          socket.close(CloseCode.InternalServerError, 'Something went wrong'),
        );
      });
    },
  };
}

/** Says why, and does not wait long for a client that may not listen. */
function close(socket: WebSocket, code: number, reason: string): void {
  socket.close(code, reason);
  setTimeout(() => socket.terminate(), LAST_WORD).unref();
}

/** Pings; a client that let one go unanswered is gone, and its network did not say so. */
function keepAlive(socket: WebSocket, interval: number): NodeJS.Timeout {
  let answered = true;
  socket.on('pong', () => (answered = true));
  socket.on('error', () => socket.terminate());
  return setInterval(() => {
    if (!answered) socket.terminate();
    else socket.ping();
    answered = false;
  }, interval);
}
