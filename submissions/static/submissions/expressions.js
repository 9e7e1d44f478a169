// Evaluates the expressions of `submissions/schema/expressions`, exactly: numbers are fractions of BigInts.
// One file of test vectors drives this and the Python.
(() => {
  "use strict";

  const ZERO = 0n;
  const DEEPEST = 40;

  class Fraction {
    constructor(top, bottom = 1n) {
      if (bottom < ZERO) [top, bottom] = [-top, -bottom];
      let [a, b] = [top < ZERO ? -top : top, bottom];
      while (b) [a, b] = [b, a % b];
      this.top = a ? top / a : top;
      this.bottom = a ? bottom / a : bottom;
    }
    static parse(text) {
      if (!/^-?[0-9]{1,30}(\.[0-9]{1,30})?$/.test(text)) return null;
      const [whole, decimals = ""] = text.split(".");
      return new Fraction(BigInt(whole + decimals), 10n ** BigInt(decimals.length));
    }
    plus(other) {
      return new Fraction(this.top * other.bottom + other.top * this.bottom, this.bottom * other.bottom);
    }
    times(other) {
      return new Fraction(this.top * other.top, this.bottom * other.bottom);
    }
    over(other) {
      return new Fraction(this.top * other.bottom, this.bottom * other.top);
    }
    get negative() {
      return new Fraction(-this.top, this.bottom);
    }
    get sign() {
      return this.top < ZERO ? -1 : this.top > ZERO ? 1 : 0;
    }
    get size() {
      return this.sign < 0 ? this.negative : this;
    }
    compare(other) {
      const [mine, theirs] = [this.top * other.bottom, other.top * this.bottom];
      return mine < theirs ? -1 : mine > theirs ? 1 : 0;
    }
    text(places = 0) {
      const scaled = this.size.top * 10n ** BigInt(places) / this.bottom;
      const digits = scaled.toString().padStart(places + 1, "0");
      const shown = places ? `${digits.slice(0, -places)}.${digits.slice(-places)}` : digits;
      return this.sign < 0 && scaled ? `-${shown}` : shown;
    }
  }

  const isNumber = (value) => value instanceof Fraction;
  const isCompound = (value) => value !== null && typeof value === "object" && !Array.isArray(value) && !isNumber(value);
  const operand = (value) => (Number.isInteger(value) ? new Fraction(BigInt(value)) : value === undefined ? null : value);
  const isEmpty = (value) =>
    value === null ||
    value === false ||
    (!isNumber(value) && value !== true && (isCompound(value) ? Object.keys(value).length : value.length) === 0);

  const whole = (count) => new Fraction(BigInt(count));
  const ofNumbers = (operation) => (...numbers) => (numbers.every(isNumber) ? operation(...numbers) : null);
  const ONE = whole(1);
  const rounded = (number, unit, rounding) => {
    if (unit.sign <= 0) return null;
    const size = new Fraction(rounding(number.size.over(unit))).times(unit);
    return number.sign < 0 ? size.negative : size;
  };
  const down = (ratio) => ratio.top / ratio.bottom;
  const up = (ratio) => (ratio.top + ratio.bottom - 1n) / ratio.bottom;
  const half = (ratio) => down(ratio.plus(new Fraction(1n, 2n)));
  const pick = (numbers, sign) => numbers.reduce((best, next) => (next.compare(best) === sign ? next : best));

  const sameType = (one, other) =>
    isNumber(one) === isNumber(other) && Array.isArray(one) === Array.isArray(other) && typeof one === typeof other;
  const equal = (one, other) => {
    if (isEmpty(one) || isEmpty(other)) return one === false && other === false;
    if (!sameType(one, other)) return false;
    if (isNumber(one)) return one.compare(other) === 0;
    return typeof one === "object" ? JSON.stringify(one) === JSON.stringify(other) : one === other;
  };
  const points = (text) => Array.from(text, (letter) => letter.codePointAt(0));
  const before = (one, other) => {
    const [a, b] = [points(one), points(other)];
    const at = a.findIndex((point, index) => point !== b[index]);
    return at === -1 ? a.length < b.length : at < b.length && a[at] < b[at];
  };
  const less = (one, other) => {
    if (!sameType(one, other) || isEmpty(one) || isEmpty(other)) return false;
    if (isNumber(one)) return one.compare(other) < 0;
    return typeof one === "string" && before(one, other);
  };
  const lessOrEqual = (one, other) =>
    less(one, other) || (equal(one, other) && (isNumber(one) || typeof one === "string"));

  const DAY = 86400000;
  const day = (value) => {
    const match = typeof value === "string" && value.match(/^([0-9]{4})-([0-9]{2})-([0-9]{2})$/);
    if (!match || Number(match[1]) < 1) return null;
    const found = new Date(0);
    found.setUTCFullYear(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
    return found.getUTCMonth() === Number(match[2]) - 1 && found.getUTCDate() === Number(match[3]) ? found : null;
  };
  const iso = (date) => {
    const year = date.getUTCFullYear();
    return year >= 1 && year <= 9999 ? date.toISOString().slice(0, 10) : null;
  };
  const count = (value) =>
    isNumber(value) && value.bottom === 1n && value.size.top < 10000000n ? Number(value.top) : null;
  const addDays = (start, days) => {
    const [begin, number] = [day(start), count(days)];
    if (begin === null || number === null) return null;
    return iso(new Date(begin.getTime() + number * DAY));
  };
  const addMonths = (start, months) => {
    const [begin, number] = [day(start), count(months)];
    if (begin === null || number === null) return null;
    const month = begin.getUTCFullYear() * 12 + begin.getUTCMonth() + number;
    const year = Math.floor(month / 12);
    if (year < 1 || year > 9999) return null;
    const last = new Date(0);
    last.setUTCFullYear(year, (month % 12) + 1, 0);
    last.setUTCDate(Math.min(begin.getUTCDate(), last.getUTCDate()));
    return iso(last);
  };
  const age = (birth, on) => {
    const [born, today] = [day(birth), day(on)];
    if (!born || !today || today < born) return null;
    const date = (moment) => moment.getUTCMonth() * 100 + moment.getUTCDate();
    return whole(today.getUTCFullYear() - born.getUTCFullYear() - (date(today) < date(born) ? 1 : 0));
  };
  const daysBetween = (first, last) => {
    const [start, end] = [day(first), day(last)];
    return start && end ? whole(Math.round((end - start) / DAY)) : null;
  };

  const monthsBetween = (first, last) => {
    if (typeof first !== "string" || typeof last !== "string") return null;
    const shorter = Math.min(first.length, last.length);
    const month = (text) => day(text.length === 7 ? `${text}-01` : text);
    const [start, end] = [month(first.slice(0, shorter)), month(last.slice(0, shorter))];
    if (!start || !end) return null;
    const months = (end.getUTCFullYear() - start.getUTCFullYear()) * 12 + end.getUTCMonth() - start.getUTCMonth();
    const [from, to] = [start.getUTCDate(), end.getUTCDate()];
    if (months >= 0) return whole(months - (months > 0 && to < from ? 1 : 0));
    return whole(months + (to > from ? 1 : 0));
  };
  const minutes = (value) => {
    const match = typeof value === "string" && value.match(/^([0-2][0-9]):([0-5][0-9])$/);
    return match ? Number(match[1]) * 60 + Number(match[2]) : null;
  };
  const hoursBetween = (first, last) => {
    const [start, end] = [minutes(first), minutes(last)];
    return start === null || end === null ? null : new Fraction(BigInt(end - start), 60n);
  };
  const join = (...parts) => {
    const canJoin = (part) => part === null || typeof part === "string" || (isNumber(part) && part.bottom === 1n);
    if (!parts.every(canJoin)) return null;
    return parts.map((part) => (part === null ? "" : isNumber(part) ? part.text() : part)).join("") || null;
  };

  const inRange = (match, number) => {
    const [lowest, highest] = [Fraction.parse(match.from || ""), Fraction.parse(match.to || "")];
    return (!lowest || number.compare(lowest) >= 0) && (!highest || number.compare(highest) < 0);
  };
  const fits = (match, argument) => {
    if (match === null) return true;
    if (isCompound(match)) return isNumber(argument) && inRange(match, argument);
    if (isNumber(argument)) {
      const number = Fraction.parse(match);
      return number !== null && number.compare(argument) === 0;
    }
    return match === argument;
  };
  const lookUp = (table, given, on) => {
    let best = null;
    for (const row of table.rows) {
      const isFitting = row.match.length === given.length && row.match.every((match, index) => fits(match, given[index]));
      if (!isFitting || (row.from || "") > on) continue;
      if (best === null || (row.from || "") > (best.from || "")) best = row;
    }
    return best && Fraction.parse(best.value);
  };

  const PLAIN = {
    "+": ofNumbers((...numbers) => numbers.reduce((sum, next) => sum.plus(next))),
    "-": ofNumbers((first, ...others) =>
      others.length ? others.reduce((sum, next) => sum.plus(next.negative), first) : first.negative,
    ),
    "*": ofNumbers((...numbers) => numbers.reduce((product, next) => product.times(next))),
    "/": ofNumbers((number, by) => (by.sign ? number.over(by) : null)),
    min: ofNumbers((...numbers) => pick(numbers, -1)),
    max: ofNumbers((...numbers) => pick(numbers, 1)),
    floor: ofNumbers((number, unit = ONE) => rounded(number, unit, down)),
    ceil: ofNumbers((number, unit = ONE) => rounded(number, unit, up)),
    round: ofNumbers((number, unit = ONE) => rounded(number, unit, half)),
    "=": equal,
    "!=": (one, other) => !isEmpty(one) && !isEmpty(other) && !equal(one, other),
    "<": less,
    "<=": lessOrEqual,
    ">": (one, other) => less(other, one),
    ">=": (one, other) => lessOrEqual(other, one),
    not: (condition) => condition !== true,
    empty: isEmpty,
    contains: (all, part) =>
      (typeof all === "string" || Array.isArray(all)) && typeof part === "string" && part !== "" && all.includes(part),
    starts: (all, part) => typeof all === "string" && typeof part === "string" && part !== "" && all.startsWith(part),
    part: (compound, name) =>
      isCompound(compound) && Object.hasOwn(compound, name) && typeof compound[name] === "string" ? compound[name] : null,
    size: (value) => whole(Array.isArray(value) ? value.length : 0),
    number: (text) => (typeof text === "string" ? Fraction.parse(text) : null),
    days: daysBetween,
    age,
    add_days: addDays,
    add_months: addMonths,
    months: monthsBetween,
    hours: hoursBetween,
    join,
  };

  const ofRows = (scope, [group, expression], depth) =>
    scope.rows(group).map((row) => evaluate(expression, row, depth));
  const numbers = (scope, given, depth) => ofRows(scope, given, depth).filter(isNumber);

  const SPECIAL = {
    all: (scope, given, depth) => given.every((one) => evaluate(one, scope, depth) === true),
    any: (scope, given, depth) => given.some((one) => evaluate(one, scope, depth) === true),
    if: (scope, [condition, then, otherwise], depth) =>
      evaluate(evaluate(condition, scope, depth) === true ? then : otherwise, scope, depth),
    default: (scope, [first, second], depth) => {
      const value = evaluate(first, scope, depth);
      return isEmpty(value) ? evaluate(second, scope, depth) : value;
    },
    get: (scope, [key]) => operand(scope.answer(key)),
    sum: (scope, given, depth) => numbers(scope, given, depth).reduce((sum, next) => sum.plus(next), whole(0)),
    lowest: (scope, given, depth) => {
      const found = numbers(scope, given, depth);
      return found.length ? pick(found, -1) : null;
    },
    highest: (scope, given, depth) => {
      const found = numbers(scope, given, depth);
      return found.length ? pick(found, 1) : null;
    },
    count: (scope, [group, condition = true], depth) =>
      whole(ofRows(scope, [group, condition], depth).filter((value) => value === true).length),
    some: (scope, given, depth) => ofRows(scope, given, depth).some((value) => value === true),
    every: (scope, given, depth) => ofRows(scope, given, depth).every((value) => value === true),
    distinct: (scope, given, depth) => {
      const found = ofRows(scope, given, depth).filter((value) => !isEmpty(value));
      return !found.some((one, index) => found.slice(index + 1).some((other) => equal(one, other)));
    },
    apart: (scope, given, depth) => {
      const isPeriod = (value) => isCompound(value) && typeof value.from === "string" && typeof value.to === "string";
      const order = (one, other) => (one.from < other.from ? -1 : one.from > other.from ? 1 : one.to < other.to ? -1 : 1);
      const found = ofRows(scope, given, depth).filter(isPeriod).sort(order);
      return found.slice(1).every((later, index) => found[index].to < later.from);
    },
    lookup: (scope, [name, on, ...keys], depth) => {
      const date = on === null ? scope.today : evaluate(on, scope, depth);
      if (!Object.hasOwn(scope.tables, name) || typeof date !== "string") return null;
      return lookUp(scope.tables[name], keys.map((key) => evaluate(key, scope, depth)), date);
    },
    today: (scope) => scope.today,
    applicant: (scope) => scope.applicant,
  };

  function evaluate(expression, scope, depth = 0) {
    if (!Array.isArray(expression)) return operand(expression);
    if (depth > DEEPEST) return null;
    const [name, ...given] = expression;
    if (Object.hasOwn(SPECIAL, name)) return SPECIAL[name](scope, given, depth + 1);
    return PLAIN[name](...given.map((one) => evaluate(one, scope, depth + 1)));
  }

  globalThis.madoguchi = { ...globalThis.madoguchi, Fraction, evaluate, isEmpty, operand };
})();
