"""The core features as data, written from the catalogue's formulas: groups of rows, the numeric
aggregates of each group, and the raw values of each category. Used by the DuckDB oracle and by the
edge-case generator; the pandas oracle does not read this file, so that it stays independent."""

import re
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Group:
    """The rows of one history table that feed one block of features of a client."""
    prefix: str
    table: str
    where: str | None = None
    aggregates: dict = field(default_factory=dict)   # column -> aggregate names
    shares: dict = field(default_factory=dict)       # column -> raw values
    count: str | None = None                         # name of the row count feature


def feature_suffix(value):
    """The part of a feature name that stands for a raw category value."""
    return re.sub(r"[^A-Za-z0-9_]", "_", value)


def _aggregates(text):
    return {name: tuple(kinds.split(",")) for name, kinds in
            (item.split(":") for item in text.split())}


_FIVE = "min,max,mean,sum,var"

APPLICATION_INDICATORS = {
    "NAME_CONTRACT_TYPE": ["Cash loans", "Revolving loans"],
    "NAME_TYPE_SUITE": ["Unaccompanied", "Family", "Spouse, partner", "Children", "Other_B",
                        "Other_A", "Group of people"],
    "NAME_INCOME_TYPE": ["Working", "Commercial associate", "Pensioner", "State servant",
                         "Unemployed", "Student", "Businessman", "Maternity leave"],
    "NAME_EDUCATION_TYPE": ["Secondary / secondary special", "Higher education",
                            "Incomplete higher", "Lower secondary", "Academic degree"],
    "NAME_FAMILY_STATUS": ["Married", "Single / not married", "Civil marriage", "Separated",
                           "Widow", "Unknown"],
    "NAME_HOUSING_TYPE": ["House / apartment", "With parents", "Municipal apartment",
                          "Rented apartment", "Office apartment", "Co-op apartment"],
    "OCCUPATION_TYPE": ["Laborers", "Sales staff", "Core staff", "Managers", "Drivers",
                        "High skill tech staff", "Accountants", "Medicine staff",
                        "Security staff", "Cooking staff", "Cleaning staff",
                        "Private service staff", "Low-skill Laborers", "Waiters/barmen staff",
                        "Secretaries", "Realty agents", "HR staff", "IT staff"],
    "WEEKDAY_APPR_PROCESS_START": ["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY",
                                   "SATURDAY", "SUNDAY"],
    "ORGANIZATION_TYPE":
        [f"Business Entity Type {n}" for n in (1, 2, 3)]
        + [f"Industry: type {n}" for n in range(1, 14)]
        + [f"Trade: type {n}" for n in range(1, 8)]
        + [f"Transport: type {n}" for n in range(1, 5)]
        + ["XNA", "Self-employed", "Other", "Medicine", "Government", "School", "Kindergarten",
           "Construction", "Security", "Housing", "Military", "Bank", "Agriculture", "Police",
           "Postal", "Security Ministries", "Restaurant", "Services", "University", "Hotel",
           "Electricity", "Insurance", "Telecom", "Emergency", "Advertising", "Realtor",
           "Culture", "Mobile", "Legal Services", "Cleaning", "Religion"],
    "FONDKAPREMONT_MODE": ["reg oper account", "reg oper spec account", "not specified",
                           "org spec account"],
    "HOUSETYPE_MODE": ["block of flats", "specific housing", "terraced house"],
    "WALLSMATERIAL_MODE": ["Panel", "Stone, brick", "Block", "Wooden", "Mixed", "Monolithic",
                           "Others"],
    "EMERGENCYSTATE_MODE": ["No", "Yes"],
}

APPLICATION_BINARIES = {"CODE_GENDER": ("F", "M"), "FLAG_OWN_CAR": ("Y", "N"),
                        "FLAG_OWN_REALTY": ("Y", "N")}   # (value of 1, value of 0)

APPLICATION_RATIOS = {"DAYS_EMPLOYED_PERC": ("DAYS_EMPLOYED", "DAYS_BIRTH"),
                      "INCOME_CREDIT_PERC": ("AMT_INCOME_TOTAL", "AMT_CREDIT"),
                      "INCOME_PER_PERSON": ("AMT_INCOME_TOTAL", "CNT_FAM_MEMBERS"),
                      "ANNUITY_INCOME_PERC": ("AMT_ANNUITY", "AMT_INCOME_TOTAL"),
                      "PAYMENT_RATE": ("AMT_ANNUITY", "AMT_CREDIT")}

_BUREAU = _aggregates(
    "DAYS_CREDIT:min,max,mean,var DAYS_CREDIT_ENDDATE:min,max,mean DAYS_CREDIT_UPDATE:mean "
    "CREDIT_DAY_OVERDUE:max,mean AMT_CREDIT_MAX_OVERDUE:mean AMT_CREDIT_SUM:max,mean,sum "
    "AMT_CREDIT_SUM_DEBT:max,mean,sum AMT_CREDIT_SUM_OVERDUE:mean "
    "AMT_CREDIT_SUM_LIMIT:mean,sum AMT_ANNUITY:max,mean CNT_CREDIT_PROLONG:sum "
    "MONTHS_BALANCE_MIN:min MONTHS_BALANCE_MAX:max MONTHS_BALANCE_SIZE:mean,sum")

BALANCE_STATUSES = ("0", "1", "2", "3", "4", "5", "C", "X")

_PREVIOUS = _aggregates(
    "AMT_ANNUITY:min,max,mean AMT_APPLICATION:min,max,mean AMT_CREDIT:min,max,mean "
    "APP_CREDIT_PERC:min,max,mean,var AMT_DOWN_PAYMENT:min,max,mean "
    "AMT_GOODS_PRICE:min,max,mean HOUR_APPR_PROCESS_START:min,max,mean "
    "RATE_DOWN_PAYMENT:min,max,mean DAYS_DECISION:min,max,mean CNT_PAYMENT:mean,sum")

_CARD = _aggregates(" ".join(f"{column}:{_FIVE}" for column in (
    "MONTHS_BALANCE", "AMT_BALANCE", "AMT_CREDIT_LIMIT_ACTUAL", "AMT_DRAWINGS_ATM_CURRENT",
    "AMT_DRAWINGS_CURRENT", "AMT_DRAWINGS_OTHER_CURRENT", "AMT_DRAWINGS_POS_CURRENT",
    "AMT_INST_MIN_REGULARITY", "AMT_PAYMENT_CURRENT", "AMT_PAYMENT_TOTAL_CURRENT",
    "AMT_RECEIVABLE_PRINCIPAL", "AMT_RECIVABLE", "AMT_TOTAL_RECEIVABLE",
    "CNT_DRAWINGS_ATM_CURRENT", "CNT_DRAWINGS_CURRENT", "CNT_DRAWINGS_OTHER_CURRENT",
    "CNT_DRAWINGS_POS_CURRENT", "CNT_INSTALMENT_MATURE_CUM", "SK_DPD", "SK_DPD_DEF")))

_BUREAU_SHARES = {
    "CREDIT_ACTIVE": ["Closed", "Active", "Sold", "Bad debt"],
    "CREDIT_CURRENCY": ["currency 1", "currency 2", "currency 3", "currency 4"],
    "CREDIT_TYPE": ["Consumer credit", "Credit card", "Car loan", "Mortgage", "Microloan",
                    "Loan for business development", "Another type of loan",
                    "Unknown type of loan", "Loan for working capital replenishment",
                    "Cash loan (non-earmarked)", "Real estate loan",
                    "Loan for the purchase of equipment",
                    "Loan for purchase of shares (margin lending)", "Interbank credit",
                    "Mobile operator loan"],
}

_PREVIOUS_SHARES = {
    "NAME_CONTRACT_TYPE": ["Cash loans", "Consumer loans", "Revolving loans", "XNA"],
    "WEEKDAY_APPR_PROCESS_START": APPLICATION_INDICATORS["WEEKDAY_APPR_PROCESS_START"],
    "FLAG_LAST_APPL_PER_CONTRACT": ["Y", "N"],
    "NAME_CASH_LOAN_PURPOSE": [
        "XAP", "XNA", "Repairs", "Other", "Urgent needs", "Buying a used car",
        "Building a house or an annex", "Everyday expenses", "Medicine",
        "Payments on other loans", "Education", "Journey", "Purchase of electronic equipment",
        "Buying a new car", "Wedding / gift / holiday", "Buying a home", "Car repairs",
        "Furniture", "Buying a holiday home / land", "Business development",
        "Gasification / water supply", "Buying a garage", "Hobby", "Money for a third person",
        "Refusal to name the goal"],
    "NAME_CONTRACT_STATUS": ["Approved", "Canceled", "Refused", "Unused offer"],
    "NAME_PAYMENT_TYPE": ["Cash through the bank", "XNA", "Non-cash from your account",
                          "Cashless from the account of the employer"],
    "CODE_REJECT_REASON": ["XAP", "HC", "LIMIT", "SCO", "CLIENT", "SCOFR", "XNA", "VERIF",
                           "SYSTEM"],
    "NAME_TYPE_SUITE": APPLICATION_INDICATORS["NAME_TYPE_SUITE"],
    "NAME_CLIENT_TYPE": ["Repeater", "New", "Refreshed", "XNA"],
    "NAME_GOODS_CATEGORY": [
        "XNA", "Mobile", "Consumer Electronics", "Computers", "Audio/Video", "Furniture",
        "Photo / Cinema Equipment", "Construction Materials", "Clothing and Accessories",
        "Auto Accessories", "Jewelry", "Homewares", "Medical Supplies", "Vehicles",
        "Sport and Leisure", "Gardening", "Other", "Office Appliances", "Tourism", "Medicine",
        "Direct Sales", "Fitness", "Additional Service", "Education", "Weapon", "Insurance",
        "House Construction", "Animals"],
    "NAME_PORTFOLIO": ["POS", "Cash", "XNA", "Cards", "Cars"],
    "NAME_PRODUCT_TYPE": ["XNA", "x-sell", "walk-in"],
    "CHANNEL_TYPE": ["Credit and cash offices", "Country-wide", "Stone", "Regional / Local",
                     "Contact center", "AP+ (Cash loan)", "Channel of corporate sales",
                     "Car dealer"],
    "NAME_SELLER_INDUSTRY": ["XNA", "Consumer electronics", "Connectivity", "Furniture",
                             "Construction", "Clothing", "Industry", "Auto technology",
                             "Jewelry", "MLM partners", "Tourism"],
    "NAME_YIELD_GROUP": ["XNA", "middle", "high", "low_normal", "low_action"],
    "PRODUCT_COMBINATION": [
        "Cash", "POS household with interest", "POS mobile with interest",
        "Cash X-Sell: middle", "Cash X-Sell: low", "POS industry with interest",
        "POS household without interest", "Card Street", "Card X-Sell", "Cash Street: high",
        "Cash X-Sell: high", "Cash Street: middle", "Cash Street: low",
        "POS mobile without interest", "POS other with interest",
        "POS industry without interest", "POS others without interest"],
}

GROUPS = (
    Group("BURO_", "bureau", None, _BUREAU | {f"STATUS_{s}_MEAN": ("mean",)
                                              for s in BALANCE_STATUSES}, _BUREAU_SHARES),
    Group("ACTIVE_", "bureau", "CREDIT_ACTIVE = 'Active'", _BUREAU),
    Group("CLOSED_", "bureau", "CREDIT_ACTIVE = 'Closed'", _BUREAU),
    Group("PREV_", "previous_application", None, _PREVIOUS, _PREVIOUS_SHARES),
    Group("APPROVED_", "previous_application", "NAME_CONTRACT_STATUS = 'Approved'", _PREVIOUS),
    Group("REFUSED_", "previous_application", "NAME_CONTRACT_STATUS = 'Refused'", _PREVIOUS),
    Group("POS_", "POS_CASH_balance", None,
          _aggregates("MONTHS_BALANCE:max,mean,size SK_DPD:max,mean SK_DPD_DEF:max,mean"),
          {"NAME_CONTRACT_STATUS": ["Active", "Completed", "Signed", "Demand",
                                    "Returned to the store", "Approved", "Amortized debt",
                                    "Canceled", "XNA"]}, "POS_COUNT"),
    Group("INSTAL_", "installments_payments", None,
          _aggregates("NUM_INSTALMENT_VERSION:nunique DPD:max,mean,sum DBD:max,mean,sum "
                      "PAYMENT_PERC:max,mean,sum,var PAYMENT_DIFF:max,mean,sum,var "
                      "AMT_INSTALMENT:max,mean,sum AMT_PAYMENT:min,max,mean,sum "
                      "DAYS_ENTRY_PAYMENT:max,mean,sum"), {}, "INSTAL_COUNT"),
    Group("CC_", "credit_card_balance", None, _CARD,
          {"NAME_CONTRACT_STATUS": ["Active", "Completed", "Signed", "Demand", "Sent proposal",
                                    "Refused", "Approved"]}, "CC_COUNT"),
)
