import { IncomingHttpHeaders } from 'node:http';
import { ApiError, invalidParameters } from './errors';
import { jsonAnswer } from '../http/answer';
import { Fields, parseFields } from '../http/fields';

/** What came over the network, with the path after `/api/v4`. */
export interface IncomingCall {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** One request to the API, with its query and its body as parameters. */
export class ApiRequest {
  private constructor(
    private readonly call: IncomingCall,
    private readonly fields: { readonly form: Fields; readonly json: Fields },
    /** What is wrong with the body, if anything. */
    readonly problem: ApiError | null = null,
  ) {}

  static async read(call: IncomingCall): Promise<ApiRequest> {
    const query = parseFields(call.query);
    try {
      const { form, json } = await readBodyFields(call);
      return new ApiRequest(call, { form: { ...query, ...form }, json });
    } catch (error) {
      if (error instanceof ApiError) {
        return new ApiRequest(call, { form: query, json: {} }, error);
      }
      throw error;
    }
  }

  get method(): string {
    return this.call.method;
  }

  /** As it was sent, without the query. */
  get path(): string {
    return this.call.path;
  }

  get isRead(): boolean {
    return this.method === 'GET' || this.method === 'HEAD';
  }

  /** Everything that was sent, the body last. */
  get parameters(): Fields {
    return { ...this.fields.form, ...this.fields.json };
  }

  header(name: string): string | undefined {
    const value = this.call.headers[name];
    return Array.isArray(value) ? value[0] : value;
  }

  /** A parameter of the query or of a form, but not of a JSON body: tokens are not read from there. */
  formParameter(name: string): string | undefined {
    const value = this.fields.form[name];
    return typeof value === 'string' ? value : undefined;
  }
}

async function readBodyFields({
  headers,
  body,
}: IncomingCall): Promise<{ form: Fields; json: Fields }> {
  const contentType = headers['content-type'] ?? '';
  const type = contentType.split(';')[0].trim();
  if (body.length === 0) {
    return { form: {}, json: {} };
  }
  switch (type) {
    case 'application/json':
      return { form: {}, json: readJson(body) };
    case 'application/x-www-form-urlencoded':
    case 'multipart/form-data':
      return { form: await readForm(contentType, body), json: {} };
    default:
      throw new ApiError(
        jsonAnswer(415, {
          error: `The provided content-type '${type}' is not supported.`,
        }),
      );
  }
}

function readJson(body: Buffer): Fields {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    if (value !== null && typeof value === 'object') {
      return value as Fields;
    }
  } catch {
    // Not JSON: answered below like JSON that is no object.
  }
  throw invalidParameters(['message body does not match declared format']);
}

async function readForm(type: string, body: Buffer): Promise<Fields> {
  try {
    const form = await new Response(new Uint8Array(body), {
      headers: { 'Content-Type': type },
    }).formData();
    const pairs = [...form].flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    );
    return parseFields(new URLSearchParams(pairs).toString());
  } catch {
    throw invalidParameters(['message body does not match declared format']);
  }
}
