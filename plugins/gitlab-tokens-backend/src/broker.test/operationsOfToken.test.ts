import { InputError } from '@backstage/errors';
import { describeWithSops } from '../__testUtils__/sopsFiles';
import { TokenBroker } from '../operations/TokenBroker';
import { BrokerWorld } from './__testUtils__/BrokerWorld';
import { plannerOf } from './__testUtils__/planning';
import { SCENARIOS } from './__testUtils__/scenarios';

jest.setTimeout(60_000);

describeWithSops('the operations on one token', () => {
  const world = new BrokerWorld();

  beforeAll(() => world.start());
  afterAll(() => world.stop());

  it('are found by the token that is replaced and by the one that replaces it', async () => {
    const { id } = await world.open(
      SCENARIOS.find(({ work }) => work?.mode === 'overlap')!,
    );
    const engine = world.engine();
    await engine.runner.run(id);
    const broker = new TokenBroker({ ...engine, planner: plannerOf(engine) });
    const { oldTokenId, newTokenId, environment } = await broker.get(id);
    expect(oldTokenId).not.toBeNull();
    expect(newTokenId).not.toBeNull();

    const listed = async (ref: string) => {
      const page = { offset: 0, limit: 10 };
      const list = await broker.list({ ...page, token: ref });
      return list.items.map(each => each.id);
    };
    expect(await listed(`${environment}.group.10.${oldTokenId}`)).toEqual([id]);
    expect(await listed(`${environment}.group.10.${newTokenId}`)).toEqual([id]);
    expect(await listed(`elsewhere.group.10.${newTokenId}`)).toEqual([]);
    expect(
      await listed(`${environment}.group-deploy.10.${newTokenId}`),
    ).toEqual([]);
    await expect(listed('group.10')).rejects.toThrow(InputError);
  });
});
