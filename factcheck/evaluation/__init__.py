"""How well the product does on rows that people labelled: figures with their intervals, and the errors behind them."""
