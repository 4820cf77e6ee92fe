export { HowToUse } from './LazyHowToUse';
export { HowToUseDialog } from './HowToUseDialog';
