import { InputError, serializeError } from '@backstage/errors';
import { Violation } from '@gitlab-tokens/backstage-plugin-gitlab-tokens-common';
import { refuseViolations, ViolationsError } from './ViolationsError';

const nameEmpty: Violation = {
  code: 'NAME_EMPTY',
  field: 'name',
  found: ' ',
  allowed: [],
  message: 'A token needs a name',
};
const scopeUnknown: Violation = {
  code: 'SCOPE_UNKNOWN',
  field: 'scopes.0',
  found: 'root',
  allowed: ['read_api'],
  message: 'A project token cannot have the scope "root"',
};

describe('ViolationsError', () => {
  it('goes over the wire as a 400 with all violations, and says all of them', () => {
    const violations = [nameEmpty, scopeUnknown];
    const error = new ViolationsError(violations);

    expect(error).toBeInstanceOf(InputError);
    // What the error middleware makes the status of.
    expect(error.name).toBe('InputError');
    expect(JSON.parse(JSON.stringify(serializeError(error)))).toEqual({
      name: 'InputError',
      message:
        'A token needs a name. A project token cannot have the scope "root".',
      violations,
    });
  });

  it('is thrown where there is any', () => {
    expect(() => refuseViolations([])).not.toThrow();
    expect(() => refuseViolations([nameEmpty])).toThrow(ViolationsError);
  });
});
