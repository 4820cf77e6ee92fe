import {
  coreServices,
  createServiceFactory,
  LoggerService,
} from '@backstage/backend-plugin-api';
import { inspect } from 'util';

/** Keeps everything that anybody logs, with all that hangs on it. */
export function rootLoggerInto(lines: string[]) {
  const keep = (...parts: unknown[]) =>
    lines.push(inspect(parts, { depth: Infinity, showHidden: true }));
  const logger: LoggerService = {
    error: keep,
    warn: keep,
    info: keep,
    debug: keep,
    child: () => logger,
  };
  return createServiceFactory({
    service: coreServices.rootLogger,
    deps: {},
    factory: () => logger,
  });
}
