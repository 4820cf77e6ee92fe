import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

/** AWS KMS and Vault's transit engine, on loopback: as much of them as sops asks for. */
export interface KeyServices {
  readonly url: string;
  /** The actions of KMS and the paths of Vault that were asked for, in order. */
  readonly requests: string[];
  /** What they answer from now on. */
  answer: 'rightly' | 'denied' | 'never';
  close(): Promise<void>;
}

const key = randomBytes(32);

function seal(plaintext: Buffer): Buffer {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  const data = [cipher.update(plaintext), cipher.final()];
  return Buffer.concat([iv, cipher.getAuthTag(), ...data]);
}

function unseal(sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAuthTag(sealed.subarray(12, 28));
  return Buffer.concat([
    decipher.update(sealed.subarray(28)),
    decipher.final(),
  ]);
}

const recode = (text: string, code: (bytes: Buffer) => Buffer) =>
  code(Buffer.from(text, 'base64')).toString('base64');

/** What is asked for: one path and a header in KMS, the path in Vault. */
function actionOf({ headers, url }: IncomingMessage): string {
  return String(headers['x-amz-target'] ?? url);
}

/** The answer to a request of KMS or of Vault. */
function answerTo(request: IncomingMessage, body: string): object {
  const fields = JSON.parse(body || '{}');
  switch (actionOf(request)) {
    case 'TrentService.Encrypt':
      return {
        KeyId: fields.KeyId,
        CiphertextBlob: recode(fields.Plaintext, seal),
      };
    case 'TrentService.Decrypt':
      return {
        KeyId: fields.KeyId,
        Plaintext: recode(fields.CiphertextBlob, unseal),
      };
    case '/v1/transit/encrypt/portal': {
      const ciphertext = `vault:v1:${recode(fields.plaintext, seal)}`;
      return { data: { ciphertext } };
    }
    case '/v1/transit/decrypt/portal': {
      const sealed = fields.ciphertext.slice('vault:v1:'.length);
      return { data: { plaintext: recode(sealed, unseal) } };
    }
    default:
      throw new Error(`nothing is known of ${request.url}`);
  }
}

export async function startKeyServices(): Promise<KeyServices> {
  const server = createServer();
  const services: KeyServices = {
    url: '',
    requests: [],
    answer: 'rightly',
    close: () =>
      new Promise(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
  server.on('request', (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', chunk => chunks.push(chunk));
    request.on('end', () => {
      services.requests.push(actionOf(request));
      if (services.answer === 'never') return;
      response.setHeader('content-type', 'application/json');
      if (services.answer === 'denied') {
        response.statusCode = 403;
        response.end('{"__type":"AccessDeniedException","errors":["denied"]}');
        return;
      }
      const body = Buffer.concat(chunks).toString('utf8');
      response.end(JSON.stringify(answerTo(request, body)));
    });
  });
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  return Object.assign(services, { url: `http://127.0.0.1:${port}` });
}
