export { ExpiryTimeline } from './ExpiryTimeline';
