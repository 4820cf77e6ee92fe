import { Endpoint } from './endpoint';
import { badRequest, methodNotAllowed, unknownRoute } from './errors';

interface Found {
  readonly endpoint: Endpoint;
  readonly segments: Readonly<Record<string, string>>;
}

/** Finds the endpoint for a method and a path; of several that fit, the one that was given first. */
export class Router {
  private readonly byLength = new Map<number, Endpoint[]>();

  constructor(endpoints: readonly Endpoint[]) {
    for (const endpoint of endpoints) {
      const { length } = endpoint.path.split('/');
      this.byLength.set(length, [
        ...(this.byLength.get(length) ?? []),
        endpoint,
      ]);
    }
  }

  /**
   * An encoded slash does not separate segments.
   *
   * @throws ApiError if there is no such path, or not with this method
   */
  find(method: string, path: string): Found {
    const segments = path.replace(/\/$/, '').split('/').map(decode);
    const fitting = (this.byLength.get(segments.length) ?? []).flatMap(
      endpoint => {
        const values = match(endpoint.path.split('/'), segments);
        return values ? [{ endpoint, segments: values }] : [];
      },
    );
    if (fitting.length === 0) {
      throw unknownRoute();
    }
    const wanted = method === 'HEAD' ? 'GET' : method;
    const found = fitting.find(({ endpoint }) => endpoint.method === wanted);
    if (!found) {
      const methods = fitting.map(({ endpoint }) => endpoint.method);
      throw methodNotAllowed([...new Set(methods)].flatMap(withHead));
    }
    return found;
  }
}

function withHead(method: string): string[] {
  return method === 'GET' ? ['GET', 'HEAD'] : [method];
}

function match(
  template: readonly string[],
  segments: readonly string[],
): Record<string, string> | null {
  const values: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
    if (part.startsWith(':')) {
      if (segments[index] === '') {
        return null;
      }
      values[part.slice(1)] = segments[index];
    } else if (part !== segments[index]) {
      return null;
    }
  }
  return values;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    throw badRequest('The path is not valid URL encoding');
  }
}
