export { assertChallenge } from './assert-challenge';
export { newChallenge } from './challenge';
