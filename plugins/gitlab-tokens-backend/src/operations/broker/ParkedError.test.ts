import { CredentialStoreError } from '../../ports/CredentialStore';
import { parkedBy } from './ParkedError';

const failure = (code: string) =>
  new CredentialStoreError({
    outcome: 'invalid',
    code,
    message: 'dev.enc.yaml: something',
    action: 'Do something.',
  });

describe('parkedBy', () => {
  it.each(['FILE_CHANGED', 'FILE_UNREADABLE', 'KEY_SERVICE_FAILED'])(
    'lets an operation try again by itself after %s',
    code => {
      expect(parkedBy(failure(code))?.passing).toBe(true);
    },
  );

  it.each(['MAC_MISMATCH', 'TOKEN_MALFORMED', 'FILE_NOT_FOUND'])(
    'leaves %s to somebody',
    code => {
      expect(parkedBy(failure(code))).toMatchObject({
        passing: false,
        problem: { code, action: 'Do something.' },
      });
    },
  );
});
