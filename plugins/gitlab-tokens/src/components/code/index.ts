export { CodeFigure } from './CodeFigure';
export { FileExample } from './FileExample';
