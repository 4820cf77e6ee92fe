export { HomeCard } from './HomeCard';
export { HomeCardActions } from './HomeCardActions';
