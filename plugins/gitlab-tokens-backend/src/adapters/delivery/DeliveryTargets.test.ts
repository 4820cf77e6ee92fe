import { InputError } from '@backstage/errors';
import { DeliveryTargets } from './DeliveryTargets';
import { RevealDeliveryTarget } from './RevealDeliveryTarget';

describe('the delivery targets', () => {
  it('are found by their names, each of which there is once', () => {
    const targets = new DeliveryTargets();
    const reveal = new RevealDeliveryTarget();
    targets.add(reveal);
    expect(targets.get('reveal')).toBe(reveal);
    expect(targets.get('vault')).toBeUndefined();
    expect(() => targets.add(new RevealDeliveryTarget())).toThrow(
      /named reveal already/,
    );
  });

  it('let a value wait to be shown', async () => {
    const reveal = new RevealDeliveryTarget();
    const place = 'shown once to who asked';
    expect(await reveal.check({ target: 'reveal' })).toEqual({
      place,
      problem: null,
    });
    expect(await reveal.deliver()).toEqual({
      state: 'awaiting',
      place,
      url: null,
    });
    await expect(
      reveal.check({ target: 'reveal', to: 'everybody' }),
    ).rejects.toThrow(InputError);
  });
});
