import { CANARIES } from '../../__testUtils__/gitlab';
import { PERSONAL } from './__testUtils__/planningSeed';
import {
  codes,
  describePlanning,
  violationsOf,
} from './__testUtils__/plannerTests';

describePlanning('Planner', tests => {
  const { rotate } = tests;

  describe('the rotation of a credential that is not there', () => {
    it('is the issue of the declared token where the file holds none', async () => {
      await tests.portal.add({}, { broker: CANARIES.broker });
      const planned = await rotate('dev');
      expect(tests.portal.requests()).toEqual([]);
      expect(planned).toMatchObject({
        kind: 'issue',
        subject: `credential ${tests.portal.host} dev`,
        oldTokenId: null,
        plan: {
          kind: 'issue',
          isCredential: true,
          mode: null,
          oldToken: null,
          newToken: { name: 'Backstage (dev)', role: 'developer' },
          deliveries: [{ target: 'sops-file', place: 'dev.enc.yaml' }],
          blockers: [],
        },
      });
    });

    it('cannot make what is not declared', async () => {
      await tests.portal.add({ declared: {} }, { broker: CANARIES.broker });
      const credential = 'gitlabTokens.environments.dev.credential';
      expect(await violationsOf(rotate('dev'))).toEqual([
        `WRONG_KIND ${credential}.kind`,
        `OWNER_UNKNOWN ${credential}.owner`,
        `NAME_EMPTY ${credential}.name`,
        `MISSING_SCOPE ${credential}.scopes`,
      ]);
    });

    it('of a personal token that is not there is a person’s', async () => {
      await tests.portal.add(
        {
          ...PERSONAL,
          declared: { ...PERSONAL.declared, name: 'Backstage (localhost)' },
        },
        {},
      );
      expect(codes(await rotate('local'))).toEqual([
        'PERSONAL_TOKENS_ARE_MADE_BY_HAND',
      ]);
    });
  });
});
