import type { FastifyReply, FastifyRequest } from 'fastify';

const PAGE = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>weather-warehouse</title>
<style>body { font: 16px/1.5 system-ui, sans-serif; max-width: 44rem; margin: 3rem auto; padding: 0 1rem }
pre { background: #8881; padding: 1rem; overflow: auto }</style>
<h1>weather-warehouse</h1>
<p>This is a GraphQL endpoint. Any GraphQL client can ask it, and so can curl:</p>
<pre>curl -s -H 'Content-Type: application/json' \\
  -d '{"query":"{ cities(first: 3) { nodes { name latestObservation { observedAt airTemperature } } } }"}' \\
  http://127.0.0.1:4000/graphql</pre>
<p>What can be asked is in <a href="/schema.graphql">/schema.graphql</a>; <code>__schema</code> answers, too.
An editor with examples stands here once it is built: <code>npm run build</code>, then start again.</p>
</html>
`;

/** Nothing but the page's own text: no script, no other host. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** How to use the endpoint, in words. */
export function landingPage(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply
    .type('text/html; charset=utf-8')
    .header('content-security-policy', POLICY)
    .header('cache-control', 'no-cache')
    .send(PAGE.replace('http://127.0.0.1:4000', origin(request)));
}

/** Where the browser is, if it says it in plain characters. */
function origin({ protocol, host }: FastifyRequest): string {
  return /^[\w.:[\]-]+$/.test(host) ? `${protocol}://${host}` : 'http://127.0.0.1:4000';
}
