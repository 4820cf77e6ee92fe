import { aToken, anOwner } from '../__testUtils__/tokens';
import {
  byEnvironment,
  isOwn,
  nextToStop,
  onlyEnvironment,
  ownersOf,
} from './entityTokens';

const target = {
  type: 'project',
  host: 'gitlab.example.com',
  path: 'example-org/payments/api',
  id: null,
} as const;
const project = {
  type: 'project',
  id: 21,
  path: 'Example-Org/payments/api',
} as const;
const inherited = aToken({ name: 'of the group', daysLeft: 2 });
const own = aToken({ name: 'own', kind: 'project', owner: project });
const endless = aToken({ ...own, name: 'endless', daysLeft: null });

describe('isOwn', () => {
  it('compares paths as GitLab does, and numbers where there is no path', () => {
    expect(isOwn(own, target)).toBe(true);
    expect(isOwn(inherited, target)).toBe(false);
    expect(isOwn(own, { ...target, path: null, id: 21 })).toBe(true);
    expect(isOwn(own, { ...target, path: null, id: 22 })).toBe(false);
    expect(isOwn({ owner: { ...project, path: null } }, target)).toBe(false);
  });

  it('takes no group for the project of the same path', () => {
    expect(isOwn({ owner: { ...project, type: 'group' } }, target)).toBe(false);
  });
});

describe('byEnvironment', () => {
  it('puts the own tokens first, what expires before the rest, and environments as configured', () => {
    const qa = aToken({ ...own, name: 'in qa', environment: 'qa' });
    const lost = aToken({ ...own, name: 'lost', environment: 'alpha' });
    const groups = byEnvironment([inherited, lost, endless, own, qa], target, [
      { name: 'qa' },
      { name: 'dev' },
      { name: 'empty' },
    ]);
    expect(
      groups.map(({ environment, tokens }) => [
        environment,
        tokens.map(({ name }) => name),
      ]),
    ).toEqual([
      ['qa', ['in qa']],
      ['dev', ['own', 'endless', 'of the group']],
      ['alpha', ['lost']],
    ]);
  });
});

describe('nextToStop', () => {
  it('is the active token that expires first', () => {
    const dead = aToken({ daysLeft: 1, state: 'revoked' });
    expect(nextToStop([own, inherited, dead, endless])?.name).toBe(
      'of the group',
    );
    expect(nextToStop([dead, endless])).toBeUndefined();
  });
});

describe('ownersOf', () => {
  it('finds the project and the groups above it, and no neighbour', () => {
    const owners = [
      anOwner({ owner: project }),
      anOwner({ owner: { type: 'group', id: 10, path: 'example-org' } }),
      anOwner({ owner: { type: 'group', id: 11, path: 'example-org/pay' } }),
      anOwner({ owner: { type: 'group', id: 12, path: null } }),
      anOwner({ owner: { type: 'user', id: 13, path: 'example-org' } }),
    ];
    expect(ownersOf(target, owners).map(({ owner }) => owner.id)).toEqual([
      21, 10,
    ]);
  });
});

describe('onlyEnvironment', () => {
  const dev = { name: 'dev', host: 'gitlab.example.com' };
  const qa = { name: 'qa', host: 'gitlab.com' };

  it('is the one of the entity’s GitLab', () => {
    expect(onlyEnvironment(target, [dev, qa])).toBe('dev');
    expect(onlyEnvironment({ ...target, host: null }, [dev])).toBe('dev');
  });

  it('is not known where there are several or none', () => {
    expect(onlyEnvironment({ ...target, host: null }, [dev, qa])).toBe(
      undefined,
    );
    expect(onlyEnvironment(target, [qa])).toBeUndefined();
  });
});
