import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { Demo } from '../scripts/demo.mjs';
import { Portal } from '../scripts/portal.mjs';
import { repository } from '../scripts/repository.mjs';

const backendUrl = 'http://localhost:7007/api';
/** Where the emulator answers, while a measured backend runs. */
export const emulatorUrl = 'http://127.0.0.1:8929';

async function answerOf(url, options) {
  const response = await fetch(url, options);
  if (!response.ok) {
    throw new Error(`${url} answered ${response.status}`);
  }
  return response;
}

/** The backend and the emulator, with an empty database, in a folder that is gone afterwards. */
export class MeasuredBackend {
  #portal;
  #headers;

  constructor(tools) {
    this.directory = mkdtempSync(path.join(os.tmpdir(), 'gitlab-tokens-'));
    const demo = new Demo(this.directory);
    demo.prepare(() => {});
    this.#portal = new Portal({
      ...tools,
      environment: { ...tools.environment, ...demo.environment() },
      demo,
      config: [path.join(repository, 'app-config.yaml')],
      logs: demo.logs,
      withFrontend: false,
    });
  }

  async start() {
    await this.#portal.start(90);
    const answer = await answerOf(`${backendUrl}/auth/guest/refresh`, {
      headers: { 'X-Requested-With': 'XMLHttpRequest' },
    });
    const { backstageIdentity } = await answer.json();
    this.#headers = { Authorization: `Bearer ${backstageIdentity.token}` };
  }

  /** A signed-in request to the backend, up to the last byte of its answer. */
  async get(route) {
    const answer = await answerOf(`${backendUrl}/${route}`, {
      headers: this.#headers,
    });
    return answer.json();
  }

  /** One bare request to the emulated GitLab. */
  async bareRequest() {
    const answer = await answerOf(`${emulatorUrl}/api/v4/version`, {
      headers: { Authorization: 'Bearer glpat-demo-local-not-a-secret' },
    });
    await answer.arrayBuffer();
  }

  async stop() {
    await this.#portal.stop();
    rmSync(this.directory, { recursive: true, force: true });
  }
}
