import {
  IncomingMessage,
  Server,
  ServerResponse,
  createServer,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Instance } from '../Instance';
import { Api } from '../api/Api';
import { ApiRequest } from '../api/request';
import { BasicAuthEndpoints } from '../basicAuth/BasicAuthEndpoints';
import { LoggedRequest } from '../control/RequestLog';
import { Control } from '../control/Control';
import { Pages } from '../pages/Pages';
import { Answer, jsonAnswer } from './answer';
import { apiHeaders } from './apiHeaders';
import { BodyTooLargeError, readBody } from './readBody';

const HOST = '127.0.0.1';
const API = '/api/v4';
const CONTROL = '/-/emulator';
const MAX_API_BODY = 16 * 1024 * 1024;
const MAX_CONTROL_BODY = 256 * 1024 * 1024;

interface Target {
  readonly method: string;
  readonly path: string;
  readonly query: string;
}

/** A request that is logged and that faults apply to, by `path`. */
interface Exchange {
  readonly method: string;
  readonly path: string;
  readonly tokenId: number | null;
  answer(): Answer;
}

/** The HTTP server: leads a request to the API, to what is beside it, to the control endpoints or to a page. */
export class EmulatorServer {
  private readonly server: Server;
  private readonly api: Api;
  private readonly basicAuth: BasicAuthEndpoints;
  private readonly control: Control;
  private readonly pages: Pages;
  private address = '';

  constructor(private readonly instance: Instance) {
    this.api = new Api(instance, () => this.url);
    this.basicAuth = new BasicAuthEndpoints(instance, () => this.url);
    this.control = new Control(instance);
    this.pages = new Pages(instance, () => this.url);
    this.server = createServer((request, response) => {
      this.handle(request, response).catch(error => {
        this.send(response, {
          status: 500,
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ message: '500 Internal Server Error' }),
        });
        process.emitWarning(error);
      });
    });
  }

  get url(): string {
    return this.address;
  }

  /** @throws the system's error, `EADDRINUSE` for instance, if it cannot listen there */
  async listen(port: number): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, HOST, () => {
        this.server.off('error', reject);
        resolve();
      });
    });
    const { port: actualPort } = this.server.address() as AddressInfo;
    this.address = `http://${HOST}:${actualPort}`;
  }

  /** Closes every connection and frees the port. */
  async close(): Promise<void> {
    await new Promise<void>(resolve => {
      this.server.close(() => resolve());
      this.server.closeAllConnections();
    });
  }

  private async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const target = targetOf(request);
    try {
      if (isUnder(target.path, API)) {
        await this.handleApi(request, response, target);
      } else if (this.basicAuth.has(target.path)) {
        await this.handleBasicAuth(request, response, target);
      } else if (isUnder(target.path, CONTROL)) {
        const body = await readBody(request, MAX_CONTROL_BODY);
        const path = target.path.slice(CONTROL.length);
        this.send(response, this.control.answer(target.method, path, body));
      } else {
        const body = await readBody(request, MAX_API_BODY);
        this.send(response, this.pages.answer(target, body.toString('utf8')));
      }
    } catch (error) {
      if (!(error instanceof BodyTooLargeError)) {
        throw error;
      }
      this.send(response, jsonAnswer(413, { error: error.message }));
    }
  }

  private async handleApi(
    request: IncomingMessage,
    response: ServerResponse,
    target: Target,
  ): Promise<void> {
    const entry = this.log(target);
    const call = await ApiRequest.read({
      method: target.method,
      path: target.path.slice(API.length),
      query: target.query,
      headers: request.headers,
      body: await readBody(request, MAX_API_BODY),
    });
    await this.exchange(response, entry, {
      method: call.method,
      path: call.path,
      tokenId: this.api.identify(call)?.id ?? null,
      answer: () => this.api.answer(call),
    });
  }

  private async handleBasicAuth(
    request: IncomingMessage,
    response: ServerResponse,
    target: Target,
  ): Promise<void> {
    const entry = this.log(target);
    await readBody(request, MAX_API_BODY);
    const call = { ...target, headers: request.headers };
    await this.exchange(response, entry, {
      method: target.method,
      path: target.path,
      tokenId: this.basicAuth.identify(call)?.id ?? null,
      answer: () => this.basicAuth.answer(call),
    });
  }

  private log(target: Target): LoggedRequest {
    const at = this.instance.clock.now().toISOString();
    return this.instance.log.add({ ...target, at });
  }

  private async exchange(
    response: ServerResponse,
    entry: LoggedRequest,
    { method, path, tokenId, answer: answerIt }: Exchange,
  ): Promise<void> {
    const { instance } = this;
    entry.tokenId = tokenId;
    const { delayMs, failure } = instance.faults.take(method, path);
    await wait(delayMs + instance.state.settings.latencyMs);
    if (failure?.kind === 'drop-before') {
      response.destroy();
      return;
    }
    if (failure?.kind === 'status') {
      entry.status = failure.status;
      this.send(response, failure);
      return;
    }
    const answer = answerIt();
    this.keepChanges(method);
    entry.status = answer.status;
    if (failure?.kind === 'drop-after') {
      response.destroy();
      return;
    }
    this.send(response, {
      ...answer,
      headers: { ...apiHeaders(answer.status), ...answer.headers },
    });
  }

  /** What an answer reports is kept before the answer leaves, so that no crash can take it back. */
  private keepChanges(method: string): void {
    if (method === 'GET' || method === 'HEAD') {
      this.instance.keepUsageSoon();
    } else {
      this.instance.keep();
    }
  }

  private send(
    response: ServerResponse,
    { status, headers, body }: Pick<Answer, 'status' | 'headers' | 'body'>,
  ): void {
    const isBodiless = status === 204 || status === 304;
    response.writeHead(status, {
      ...headers,
      ...(!isBodiless && { 'Content-Length': Buffer.byteLength(body) }),
    });
    response.end(isBodiless ? undefined : body);
  }
}

async function wait(milliseconds: number): Promise<void> {
  if (milliseconds > 0) {
    await sleep(milliseconds);
  }
}

/** Path and query as they were sent: nothing is decoded or normalised here. */
function targetOf(request: IncomingMessage): Target {
  const url = request.url ?? '/';
  const mark = url.indexOf('?');
  return {
    method: request.method ?? 'GET',
    path: mark === -1 ? url : url.slice(0, mark),
    query: mark === -1 ? '' : url.slice(mark + 1),
  };
}

function isUnder(path: string, prefix: string): boolean {
  return path === prefix || path.startsWith(`${prefix}/`);
}
