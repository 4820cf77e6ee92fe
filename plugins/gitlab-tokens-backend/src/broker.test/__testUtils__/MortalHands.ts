import { ChildProcessWithoutNullStreams, spawn } from 'child_process';
import { once } from 'events';
import { dirname, join } from 'path';
import { DEMO_KEY_FILE } from '../../__testUtils__/sopsFiles';
import { BrokerWorld } from './BrokerWorld';
import { Hands, PastedToken } from './Hands';
import type { Order, Report } from './operationProcess';
import { MOMENT } from './watching';

/** Starts processes ahead of time: each waits for its order. */
export class Nursery {
  #next: ChildProcessWithoutNullStreams | undefined;

  constructor(private readonly program: string) {}

  take(): ChildProcessWithoutNullStreams {
    const child = this.#next ?? this.#spawn();
    this.#next = this.#spawn();
    return child;
  }

  stop(): void {
    this.#next?.kill('SIGKILL');
  }

  #spawn() {
    return spawn(process.execPath, [this.program], {
      cwd: join(__dirname, '../../..'),
      env: {
        PATH: process.env.PATH,
        SOPS_AGE_KEY_FILE: DEMO_KEY_FILE,
        // The program lies elsewhere; what is not in it is found from here.
        NODE_PATH: join(__dirname, '../../../../../node_modules'),
        NODE_COMPILE_CACHE: dirname(this.program),
      },
    });
  }
}

/** When a process is killed: at which moment of which action. */
export interface Death {
  action: number;
  moment: number;
}

/** Hands of which those that do one of the actions belong to a process of their own, which is killed there. */
export class MortalHands implements Hands {
  /** `killed`, or that the process came to the end of the action alive; undefined: there was no such action. */
  fate: 'killed' | 'lived' | undefined;
  /** The last moments of the process that was killed, the very last one at the end. */
  lastMoments: string[] = [];
  #actions = 0;

  constructor(
    private readonly own: Hands,
    private readonly options: {
      world: BrokerWorld;
      nursery: Nursery;
      id: string;
      pasted: PastedToken | undefined;
      death: Death;
    },
  ) {}

  async begin() {
    await this.#act('begin');
  }

  async resume(insisted: boolean) {
    await this.#act('resume', insisted);
  }

  async resumeDue() {
    await this.#act('resumeDue');
  }

  reveal() {
    return this.#act('reveal');
  }

  async #act(
    action: keyof Hands,
    insisted = false,
  ): Promise<string | undefined> {
    this.#actions += 1;
    if (this.#actions !== this.options.death.action) {
      return (await this.own[action](insisted)) ?? undefined;
    }
    return this.#delegate(action, insisted);
  }

  async #delegate(action: keyof Hands, insisted: boolean) {
    const { world, nursery, id, pasted, death } = this.options;
    const child = nursery.take();
    const output = { stdout: '', stderr: '' };
    child.stdout.on('data', chunk => {
      output.stdout += chunk;
    });
    child.stderr.on('data', chunk => {
      output.stderr += chunk;
    });
    const order: Order = {
      directory: world.directory,
      environments: [world.environment],
      databaseFile: world.databaseFile,
      now: world.now().toISOString(),
      operation: id,
      killAt: death.moment,
      ...{ action, insisted, pasted },
    };
    child.stdin.end(JSON.stringify(order));
    const [code, signal] = await once(child, 'close');
    const said = output.stderr.split('\n');
    const isMoment = (line: string) => line.startsWith(MOMENT);
    this.lastMoments = said.filter(isMoment).slice(-2);
    world.logger.lines.push(...said.filter(line => !isMoment(line)));
    this.fate = signal === 'SIGKILL' ? 'killed' : 'lived';
    if (signal === 'SIGKILL') {
      return undefined;
    }
    if (code !== 0) {
      throw new Error(`The process ended with ${code}: ${output.stderr}`);
    }
    const report: Report = JSON.parse(output.stdout);
    return report.shown;
  }
}
