# The same counts with pandas. Usage: python3 bench/peers/pandas.py FILE
import sys

sys.path.pop(0)
import pandas

rows = pandas.read_csv(sys.argv[1], dtype=str, keep_default_na=False)
rows["number"] = pandas.to_numeric(rows["persons"], errors="coerce")
rows = rows[rows["number"].notna()]
rows["base"] = rows["exempt"] == "否"
rows["covered"] = rows["base"] & (rows["has_industry"] == "是")
rows["poor"] = rows["number"].where(rows["status"] != "已脱贫", 0)
villages = rows.groupby(["county", "township", "village", "period"])[["base", "covered", "poor"]].sum()
print(*(int(number) for number in villages.sum()))
