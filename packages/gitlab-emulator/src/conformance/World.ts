import { randomBytes } from 'node:crypto';
import { Client } from '../testing/emulator';
import { Target } from './target';

const DAY = 86_400_000;

/** The date, so many days from today, in UTC. */
export function inDays(days: number): string {
  return new Date(Date.now() + days * DAY).toISOString().slice(0, 10);
}

/** Those who ask: an administrator, the members of the group, one who is no member, and nobody. */
export type Person =
  | 'administrator'
  | 'owner'
  | 'maintainer'
  | 'developer'
  | 'stranger'
  | 'nobody';

const ROLES = [
  ['owner', 50],
  ['maintainer', 40],
  ['developer', 30],
  ['stranger', null],
] as const;

/** Groups, projects and people of its own on some GitLab, made and removed through its API. */
export class World {
  /** Part of every name, so that nothing clashes with what is there. */
  readonly mark = `conformance-${randomBytes(5).toString('hex')}`;
  readonly userIds = new Map<Person, number>();
  /** The private group, in which everybody but the stranger is a member, and a project in it. */
  group = 0;
  project = 0;
  /** A public group without members, and a public project in it. */
  openGroup = 0;
  openProject = 0;
  version = '';
  isEnterprise = false;
  private readonly tokens = new Map<Person, string>();

  constructor(readonly target: Target) {
    this.tokens.set('administrator', target.token);
  }

  as(person: Person): Client {
    return this.with(this.tokens.get(person));
  }

  with(token: string | undefined): Client {
    return new Client(`${this.target.url}/api/v4`, token);
  }

  idOf(person: Person): number {
    return this.userIds.get(person) ?? 0;
  }

  async build(): Promise<void> {
    const metadata = await this.as('administrator').make('GET', '/metadata');
    this.version = String(metadata.version);
    this.isEnterprise = metadata.enterprise === true;
    const { id } = await this.as('administrator').make('GET', '/user');
    this.userIds.set('administrator', id);
    this.group = await this.makeGroup('private');
    this.openGroup = await this.makeGroup('public');
    this.project = await this.makeProject(this.group, 'private');
    this.openProject = await this.makeProject(this.openGroup, 'public');
    for (const [person, level] of ROLES) {
      await this.makePerson(person, level);
    }
  }

  async remove(): Promise<void> {
    const administrator = this.as('administrator');
    await administrator.send('DELETE', `/groups/${this.group}`);
    await administrator.send('DELETE', `/groups/${this.openGroup}`);
    for (const [person, id] of this.userIds) {
      if (person !== 'administrator') {
        await administrator.send('DELETE', `/users/${id}?hard_delete=true`);
      }
    }
  }

  private async makeGroup(visibility: string): Promise<number> {
    const path = `${this.mark}-${visibility}`;
    const fields = { name: path, path, visibility };
    return (await this.as('administrator').make('POST', '/groups', fields)).id;
  }

  private async makeProject(namespace: number, visibility: string) {
    const fields = {
      name: 'project',
      namespace_id: namespace,
      visibility,
      initialize_with_readme: true,
      default_branch: 'main',
    };
    return (await this.as('administrator').make('POST', '/projects', fields))
      .id;
  }

  private async makePerson(person: Person, level: number | null) {
    const username = `${this.mark}-${person}`;
    const { id } = await this.as('administrator').make('POST', '/users', {
      username,
      name: `The ${person}`,
      email: `${username}@example.com`,
      force_random_password: true,
      skip_confirmation: true,
    });
    this.userIds.set(person, id);
    if (level !== null) {
      const member = { user_id: id, access_level: level };
      const members = `/groups/${this.group}/members`;
      await this.as('administrator').make('POST', members, member);
    }
    const { token } = await this.as('administrator').make(
      'POST',
      `/users/${id}/personal_access_tokens`,
      { name: 'conformance', scopes: ['api'], expires_at: inDays(30) },
    );
    this.tokens.set(person, token);
  }
}
