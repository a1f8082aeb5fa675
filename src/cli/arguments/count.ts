import { InvalidArgumentError } from 'commander';

/** A reader of whole numbers within a range, both ends included. */
export function wholeNumber(min: number, max: number): (text: string) => number {
  return (text) => {
    const value = Number(text);
    if (/^\d{1,10}$/.test(text) && value >= min && value <= max) return value;
    throw new InvalidArgumentError(`It must be a whole number from ${min} to ${max}.`);
  };
}

/** Reads a decimal number; its range is checked where it is used. */
export function decimalNumber(text: string): number {
  if (/^-?\d{1,15}(\.\d+)?$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a number, such as 59.33 or -0.12.');
}
