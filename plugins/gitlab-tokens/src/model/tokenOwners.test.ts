import { anOwner } from '../__testUtils__/tokens';
import {
  areOfSeveralEnvironments,
  oldestListing,
  ownerPaths,
  typedOwner,
} from './tokenOwners';

const owner = (path: string | null) => ({
  type: 'group' as const,
  id: 1,
  path,
});

describe('the owners of tokens', () => {
  it('are offered with the groups above them, each once', () => {
    expect(
      ownerPaths([
        anOwner({ owner: owner('example-org/platform/portal') }),
        anOwner({ owner: owner('example-org/platform/tools') }),
        anOwner({ owner: owner(null) }),
        anOwner({ owner: { type: 'user', id: 7, path: 'ada' } }),
      ]),
    ).toEqual([
      'ada',
      'example-org',
      'example-org/platform',
      'example-org/platform/portal',
      'example-org/platform/tools',
    ]);
  });

  it('are found by what was typed, whatever stands around it', () => {
    expect(typedOwner(' /example-org/platform/ ')).toBe('example-org/platform');
    expect(typedOwner(' / ')).toBe('');
  });

  it('are of one environment or of several', () => {
    expect(areOfSeveralEnvironments([])).toBe(false);
    expect(areOfSeveralEnvironments([anOwner(), anOwner()])).toBe(false);
    expect(
      areOfSeveralEnvironments([anOwner(), anOwner({ environment: 'qa' })]),
    ).toBe(true);
  });

  it('were all listed when the one of longest ago was', () => {
    expect(oldestListing([anOwner({ listedAt: null })])).toBeNull();
    expect(
      oldestListing([
        anOwner({ listedAt: '2026-06-01T10:00:00.000Z' }),
        anOwner({ listedAt: '2026-06-01T11:30:00.000+02:00' }),
      ]),
    ).toBe('2026-06-01T11:30:00.000+02:00');
  });
});
