import { isEnded, isNextStep, OperationStep } from './Operation';

const BEFORE_PROOF: OperationStep[] = [
  'planned',
  'minting',
  'minted',
  'delivering',
  'awaiting',
  'delivered',
];
const AFTER_PROOF: OperationStep[] = ['verified', 'retiring', 'done'];
const STEPS: OperationStep[] = [...BEFORE_PROOF, ...AFTER_PROOF, 'cancelled'];

const after = (step: OperationStep) =>
  STEPS.filter(next => isNextStep(step, next));

function reachableFrom(step: OperationStep): Set<OperationStep> {
  const reached = new Set<OperationStep>([step]);
  for (const each of reached) {
    after(each).forEach(next => reached.add(next));
  }
  return reached;
}

describe('the steps of an operation', () => {
  it('are all reached from the plan, and an end from each of them', () => {
    expect([...reachableFrom('planned')].sort()).toEqual([...STEPS].sort());
    for (const step of STEPS) {
      expect([...reachableFrom(step)].some(isEnded)).toBe(true);
    }
  });

  it('can be broken off until the new token is proven, and never after', () => {
    for (const step of BEFORE_PROOF) {
      expect(after(step)).toContain('cancelled');
    }
    for (const step of AFTER_PROOF) {
      expect(AFTER_PROOF).toEqual(expect.arrayContaining(after(step)));
    }
  });

  it('retire the old token only after the proof, or where nothing new is made', () => {
    const before = STEPS.filter(step => isNextStep(step, 'retiring'));
    expect(before).toEqual(['planned', 'verified']);
  });
});
