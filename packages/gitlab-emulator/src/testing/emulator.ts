import { GitlabEmulator, startGitlabEmulator } from '../startGitlabEmulator';
import { Seed } from '../seed/schema';

/** An answer, read whole. */
export interface ReadAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  /** The parsed body; undefined where it is no JSON. */
  readonly json: unknown;
}

/** What was made by a request: its fields, of which these two are the ones most asked for. */
export interface Fields {
  readonly [name: string]: unknown;
  readonly id: number;
  readonly token: string;
}

/** Asks an emulator as the holder of a token. */
export class Client {
  constructor(readonly url: string, private readonly token?: string) {}

  get(path: string, headers: Record<string, string> = {}) {
    return this.send('GET', path, { headers });
  }

  /** Sends a JSON body. */
  sendJson(method: string, path: string, body?: unknown): Promise<ReadAnswer> {
    return this.send(method, path, {
      body: body === undefined ? undefined : JSON.stringify(body),
    });
  }

  /** As `sendJson`, where it must succeed. @throws Error with the answer if it does not */
  async make(method: string, path: string, body?: unknown): Promise<Fields> {
    const answer = await this.sendJson(method, path, body);
    if (answer.status >= 300) {
      throw new Error(`${method} ${path}: ${answer.status} ${answer.text}`);
    }
    return answer.json as Fields;
  }

  async send(
    method: string,
    path: string,
    request: { headers?: Record<string, string>; body?: string } = {},
  ): Promise<ReadAnswer> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      body: request.body,
      headers: {
        ...(this.token === undefined ? {} : { 'PRIVATE-TOKEN': this.token }),
        ...(request.body === undefined
          ? {}
          : { 'Content-Type': 'application/json' }),
        ...request.headers,
      },
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      text,
      json: parsed(text),
    };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** An emulator for the tests of one file, started before them and stopped after them. */
export function useEmulator(seed: Seed) {
  let emulator: GitlabEmulator | undefined;
  const running = () => {
    if (!emulator) {
      throw new Error('the emulator runs only while tests run');
    }
    return emulator;
  };
  beforeAll(async () => {
    emulator = await startGitlabEmulator({ seed });
  });
  beforeEach(() => running().seed(seed));
  afterAll(() => running().stop());
  return {
    get emulator() {
      return running();
    },
    /** A client of the API; the paths follow `/api/v4`. */
    as: (token?: string) => new Client(`${running().url}/api/v4`, token),
    /** A client of the control endpoints; the paths follow `/-/emulator`. */
    control: () => new Client(`${running().url}/-/emulator`),
  };
}
