import fc from 'fast-check';
import {
  parseTokenRef,
  TokenRef,
  tokenRefText,
  tokenSubject,
} from './TokenRef';

const id = fc.integer({ min: 1, max: 2 ** 40 });
const environment = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,20}[a-z0-9])?$/);

const ref: fc.Arbitrary<TokenRef> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('personal' as const, 'impersonation' as const),
    userId: id,
    id,
  }),
  fc.record({
    kind: fc.constantFrom('group' as const, 'group-deploy' as const),
    groupId: id,
    id,
  }),
  fc.record({
    kind: fc.constantFrom('project' as const, 'project-deploy' as const),
    projectId: id,
    id,
  }),
  fc.record({ kind: fc.constant('service-account' as const), userId: id, id }),
  fc.record({
    kind: fc.constant('service-account' as const),
    userId: id,
    groupId: id,
    id,
  }),
  fc.record({
    kind: fc.constant('service-account' as const),
    userId: id,
    projectId: id,
    id,
  }),
);

describe('the name of a token in URLs', () => {
  it('is read back as it was written, and needs no escaping', () => {
    fc.assert(
      fc.property(environment, ref, (name, token) => {
        const text = tokenRefText(name, token);
        expect(parseTokenRef(text)).toEqual({ environment: name, ref: token });
        expect(encodeURIComponent(text)).toBe(text);
      }),
    );
  });

  it('is never taken from anything else', () => {
    fc.assert(
      fc.property(fc.string(), text => {
        const parsed = parseTokenRef(text);
        expect(parsed && tokenRefText(parsed.environment, parsed.ref)).toBe(
          parsed && text,
        );
      }),
    );
    for (const text of [
      'dev.group.10',
      'dev.group.010.42',
      'dev.group.10.42.1',
      'dev.group.10-group-1.42',
      'dev.robot.10.42',
      'dev.group.10.-42',
      'Dev.group.10.42',
      '../dev.group.10.42',
    ]) {
      expect(parseTokenRef(text)).toBeUndefined();
    }
  });
});

it('access tokens of all kinds are told apart by number, and from deploy tokens by family', () => {
  const host = 'gitlab.example.com';
  expect(tokenSubject(host, { kind: 'group', id: 7 })).toBe(
    tokenSubject(host, { kind: 'personal', id: 7 }),
  );
  expect(tokenSubject(host, { kind: 'group-deploy', id: 7 })).not.toBe(
    tokenSubject(host, { kind: 'group', id: 7 }),
  );
});
