class FormulaError(ValueError):
    """Why a formula or a condition cannot be understood: a sentence for its author."""
