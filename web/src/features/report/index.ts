export { Report } from './report';
