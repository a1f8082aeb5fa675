import {
  context,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type Context,
} from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider } from '@opentelemetry/sdk-trace-node';
import type { Span, SpanAttributes, Tracing } from './tracing.js';

const SERVICE = 'weather-warehouse';

/**
 * Spans of OpenTelemetry, sent to a collector by OTLP over HTTP in batches. A collector that is away costs spans, nothing else.
 * @param endpoint its base URL: http://127.0.0.1:4318
 */
export function openTelemetry(endpoint: string): Tracing {
  const provider = new NodeTracerProvider({
    resource: resourceFromAttributes({ 'service.name': SERVICE }),
    spanProcessors: [new BatchSpanProcessor(new OTLPTraceExporter({ url: tracesUrl(endpoint) }))],
  });
  // The context of asynchronous work, and W3C traceparent.
  provider.register();
  const tracer = trace.getTracer(SERVICE);
  const begin = (name: string, parent: Context, kind: SpanKind, attributes: SpanAttributes = {}): Span => {
    const span = tracer.startSpan(name, { kind, attributes }, parent);
    const inside = trace.setSpan(parent, span);
    return {
      within: (work) => context.with(inside, work),
      end: (failed, more) => {
        if (more) span.setAttributes(more);
        if (failed) span.setStatus({ code: SpanStatusCode.ERROR });
        span.end();
      },
    };
  };
  const start = (name: string, attributes?: SpanAttributes): Span =>
    begin(name, context.active(), SpanKind.INTERNAL, attributes);
  return {
    isOn: true,
    start,
    startRequest: (name, headers) => begin(name, propagation.extract(ROOT_CONTEXT, headers), SpanKind.SERVER),
    span: async (name, attributes, work) => {
      const span = start(name, attributes);
      try {
        const result = await span.within(work);
        span.end(false);
        return result;
      } catch (error) {
        span.end(true);
        throw error;
      }
    },
    bind: (callback) => context.bind(context.active(), callback),
    stop: () => provider.shutdown(),
  };
}

/** As the specification has it: below whatever path the base URL has. */
const tracesUrl = (endpoint: string): string => `${endpoint.replace(/\/+$/, '')}/v1/traces`;
