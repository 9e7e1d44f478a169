// What a form asks of one applicant: the browser's twin of `submissions/schema/evaluation.py`.
// Works on canonical answers; `rules.js` reads them from the page.
(() => {
  "use strict";

  const { Fraction, evaluate, isEmpty, operand } = globalThis.madoguchi;
  const UNDER_WAY = Symbol("under way");

  class Area {
    constructor(evaluation, values, { prefix = "", group = "", title = "", parent = null } = {}) {
      Object.assign(this, { evaluation, values, prefix, group, title, parent });
      const { today, applicant, tables } = evaluation.form;
      Object.assign(this, { today, applicant, tables, known: new Map() });
    }
    once(what, meanwhile, work) {
      const found = this.known.get(what);
      if (found === UNDER_WAY) return meanwhile;
      if (found !== undefined) return found;
      this.known.set(what, UNDER_WAY);
      const value = work();
      this.known.set(what, value);
      return value;
    }
    above(group) {
      let area = this;
      while (area && area.group !== group) area = area.parent;
      return area;
    }
    home(key) {
      const field = this.evaluation.field(key);
      return field ? this.above(field.groups.at(-1) || "") : null;
    }
    answer(key) {
      const area = this.home(key);
      const value = area ? area.value(key) : null;
      if (value === null) return null;
      const { kind, options = {} } = this.evaluation.field(key);
      const isNumeral = kind === "decimal" || (kind === "calculated" && !["date", "text"].includes(options.shown_as));
      return isNumeral ? Fraction.parse(String(value)) : value;
    }
    rows(group) {
      const area = this.home(group);
      return area && area.isShown(group) ? area.allRows(group) : [];
    }
    allRows(group) {
      return this.once(`rows ${group}`, [], () => {
        const { options = {} } = this.evaluation.field(group);
        let rows = this.values[group] || [];
        let titles = {};
        if (options.follows) {
          titles = this.leaders(options.follows);
          rows = Object.keys(titles).map((id) => rows.find((row) => row.id === id) || { id });
        }
        return rows.map((row) => {
          const prefix = `${this.prefix}${group}.${row.id}.`;
          return new Area(this.evaluation, row, { prefix, group, title: titles[row.id] || "", parent: this });
        });
      });
    }
    leaders(source) {
      const field = this.evaluation.field(source);
      if (!field) return {};
      if (field.kind === "group") return Object.fromEntries(this.rows(source).map((row) => [row.values.id, ""]));
      const chosen = this.answer(source);
      const keys = Array.isArray(chosen) ? chosen : typeof chosen === "string" ? [chosen] : [];
      return Object.fromEntries(keys.map((key) => [key, (field.choices || {})[key] || key]));
    }
    value(key) {
      return this.once(`value ${key}`, null, () => {
        if (!this.isShown(key)) return null;
        const field = this.evaluation.field(key);
        if (field.kind === "calculated") return this.calculated(key, field.options);
        if (field.kind === "group") return null;
        const value = this.values[key];
        return value === undefined || value === null ? null : this.offered(key, value);
      });
    }
    offered(key, value) {
      if (!this.evaluation.field(key).choices) return value;
      const isOffered = (choice) => this.isWanted(`${key}:${choice}`);
      return (Array.isArray(value) ? value.every(isOffered) : isOffered(value)) ? value : null;
    }
    calculated(key, options) {
      const rule = this.evaluation.rules("set", key).find(({ when }) => this.holds(when));
      const result = evaluate(rule ? rule.value : options.expression, this);
      if (["date", "text"].includes(options.shown_as)) return typeof result === "string" && result ? result : null;
      if (!(result instanceof Fraction)) return null;
      return options.places ? result.text(options.places) : Number(result.text());
    }
    holds(condition) {
      return evaluate(condition, this) === true;
    }
    isShown(key) {
      return this.once(`shown ${key}`, true, () => {
        const around = this.parent ? this.parent.isShown(this.group) : this.evaluation.isStepShown(key);
        return around && this.isWanted(key);
      });
    }
    isWanted(target) {
      const showing = this.evaluation.rules("show", target);
      const isWanted = !showing.length || showing.some(({ when }) => this.holds(when));
      return isWanted && !this.evaluation.rules("skip", target).some(({ when }) => this.holds(when));
    }
    isRequired(key) {
      return this.evaluation.field(key).required || this.evaluation.rules("require", key).some(({ when }) => this.holds(when));
    }
    isAnswered(key) {
      return this.evaluation.field(key).kind === "group" || !isEmpty(operand(this.answer(key)));
    }
    sentences(effect, key) {
      return this.evaluation
        .rules(effect, key)
        .filter((rule) => effect !== "limit" || (this.isAnswered(key) && !this.holds(rule.check)))
        .filter(({ when }) => this.holds(when))
        .map(({ message }) => message);
    }
  }

  class Evaluation {
    constructor(form, values) {
      this.form = form;
      this.top = new Area(this, values);
    }
    field(key) {
      return Object.hasOwn(this.form.fields, key) ? this.form.fields[key] : null;
    }
    rules(effect, target) {
      return this.form.rules.filter((rule) => rule.effect === effect && rule.targets.includes(target));
    }
    isStepShown(key) {
      const step = this.form.steps[key];
      return step === undefined || this.top.once(`step ${step}`, true, () => this.top.isWanted(step));
    }
    areasOf(key) {
      const field = this.field(key);
      return (field ? field.groups : []).reduce((areas, group) => areas.flatMap((area) => area.rows(group)), [this.top]);
    }
  }

  globalThis.madoguchi = { ...globalThis.madoguchi, Evaluation };
})();
