import content from './collect/content?script&iife';
console.log(content);
