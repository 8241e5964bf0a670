// What addresses keep: what is not understood is left out, a page has nothing to lose by it.
import * as z from "zod/mini";
import { isDay } from "./isDay";

const LONGEST = 200;
const ID = /^[0-9a-f-]{36}$/;
const CODE = /^\d{1,9}$/;

export const words = z.catch(z.optional(z.string().check(z.maxLength(LONGEST))), undefined);
export const day = z.catch(z.optional(z.string().check(z.refine(isDay))), undefined);
export const id = z.catch(z.optional(z.string().check(z.regex(ID))), undefined);
/** The code of a skill. */
export const code = z.catch(z.optional(z.string().check(z.regex(CODE))), undefined);

/** One of the names that the address has for something. */
export const among = (names: Record<string, unknown>) =>
  z.catch(z.optional(z.string().check(z.refine((name) => Object.hasOwn(names, name)))), undefined);
