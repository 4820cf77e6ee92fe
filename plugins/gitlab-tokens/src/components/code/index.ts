export { CodeFigure } from './CodeFigure';
