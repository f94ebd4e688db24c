package io.clairscore.features.schema;

/** One row per earlier application of the client at this lender. */
public final class PreviousApplication {
  private static final TableColumns C = new TableColumns("previous_application");

  public static final NumberColumn SK_ID_PREV = C.identifier("SK_ID_PREV");
  public static final NumberColumn SK_ID_CURR = C.identifier("SK_ID_CURR");
  public static final CategoryColumn NAME_CONTRACT_TYPE =
      C.category("NAME_CONTRACT_TYPE", "Cash loans", "Consumer loans", "Revolving loans", "XNA");
  public static final NumberColumn AMT_ANNUITY = C.money("AMT_ANNUITY", 0, 1e7);
  public static final NumberColumn AMT_APPLICATION = C.money("AMT_APPLICATION", 0, 1e8);
  public static final NumberColumn AMT_CREDIT = C.money("AMT_CREDIT", 0, 1e8);
  public static final NumberColumn AMT_DOWN_PAYMENT = C.money("AMT_DOWN_PAYMENT", -1, 1e8);
  public static final NumberColumn AMT_GOODS_PRICE = C.money("AMT_GOODS_PRICE", 0, 1e8);
  public static final CategoryColumn WEEKDAY_APPR_PROCESS_START =
      C.category("WEEKDAY_APPR_PROCESS_START", Application.WEEKDAY_APPR_PROCESS_START.values());
  public static final NumberColumn HOUR_APPR_PROCESS_START =
      C.integer("HOUR_APPR_PROCESS_START", Unit.HOUR, 0, 23);
  public static final CategoryColumn FLAG_LAST_APPL_PER_CONTRACT =
      C.category("FLAG_LAST_APPL_PER_CONTRACT", "Y", "N");
  public static final NumberColumn NFLAG_LAST_APPL_IN_DAY = C.flag("NFLAG_LAST_APPL_IN_DAY");
  public static final NumberColumn RATE_DOWN_PAYMENT =
      C.decimal("RATE_DOWN_PAYMENT", Unit.RATIO, -1, 1);
  public static final NumberColumn RATE_INTEREST_PRIMARY =
      C.decimal("RATE_INTEREST_PRIMARY", Unit.RATIO, 0, 10);
  public static final NumberColumn RATE_INTEREST_PRIVILEGED =
      C.decimal("RATE_INTEREST_PRIVILEGED", Unit.RATIO, 0, 10);
  public static final CategoryColumn NAME_CASH_LOAN_PURPOSE =
      C.category(
          "NAME_CASH_LOAN_PURPOSE",
          "XAP",
          "XNA",
          "Repairs",
          "Other",
          "Urgent needs",
          "Buying a used car",
          "Building a house or an annex",
          "Everyday expenses",
          "Medicine",
          "Payments on other loans",
          "Education",
          "Journey",
          "Purchase of electronic equipment",
          "Buying a new car",
          "Wedding / gift / holiday",
          "Buying a home",
          "Car repairs",
          "Furniture",
          "Buying a holiday home / land",
          "Business development",
          "Gasification / water supply",
          "Buying a garage",
          "Hobby",
          "Money for a third person",
          "Refusal to name the goal");
  public static final CategoryColumn NAME_CONTRACT_STATUS =
      C.category("NAME_CONTRACT_STATUS", "Approved", "Canceled", "Refused", "Unused offer");
  public static final NumberColumn DAYS_DECISION = C.days("DAYS_DECISION", -40_000, 0);
  public static final CategoryColumn NAME_PAYMENT_TYPE =
      C.category(
          "NAME_PAYMENT_TYPE",
          "Cash through the bank",
          "XNA",
          "Non-cash from your account",
          "Cashless from the account of the employer");
  public static final CategoryColumn CODE_REJECT_REASON =
      C.category(
          "CODE_REJECT_REASON",
          "XAP",
          "HC",
          "LIMIT",
          "SCO",
          "CLIENT",
          "SCOFR",
          "XNA",
          "VERIF",
          "SYSTEM");
  public static final CategoryColumn NAME_TYPE_SUITE =
      C.category("NAME_TYPE_SUITE", Application.NAME_TYPE_SUITE.values());
  public static final CategoryColumn NAME_CLIENT_TYPE =
      C.category("NAME_CLIENT_TYPE", "Repeater", "New", "Refreshed", "XNA");
  public static final CategoryColumn NAME_GOODS_CATEGORY =
      C.category(
          "NAME_GOODS_CATEGORY",
          "XNA",
          "Mobile",
          "Consumer Electronics",
          "Computers",
          "Audio/Video",
          "Furniture",
          "Photo / Cinema Equipment",
          "Construction Materials",
          "Clothing and Accessories",
          "Auto Accessories",
          "Jewelry",
          "Homewares",
          "Medical Supplies",
          "Vehicles",
          "Sport and Leisure",
          "Gardening",
          "Other",
          "Office Appliances",
          "Tourism",
          "Medicine",
          "Direct Sales",
          "Fitness",
          "Additional Service",
          "Education",
          "Weapon",
          "Insurance",
          "House Construction",
          "Animals");
  public static final CategoryColumn NAME_PORTFOLIO =
      C.category("NAME_PORTFOLIO", "POS", "Cash", "XNA", "Cards", "Cars");
  public static final CategoryColumn NAME_PRODUCT_TYPE =
      C.category("NAME_PRODUCT_TYPE", "XNA", "x-sell", "walk-in");
  public static final CategoryColumn CHANNEL_TYPE =
      C.category(
          "CHANNEL_TYPE",
          "Credit and cash offices",
          "Country-wide",
          "Stone",
          "Regional / Local",
          "Contact center",
          "AP+ (Cash loan)",
          "Channel of corporate sales",
          "Car dealer");
  public static final NumberColumn SELLERPLACE_AREA =
      C.integer("SELLERPLACE_AREA", Unit.AREA, -1, 1e7);
  public static final CategoryColumn NAME_SELLER_INDUSTRY =
      C.category(
          "NAME_SELLER_INDUSTRY",
          "XNA",
          "Consumer electronics",
          "Connectivity",
          "Furniture",
          "Construction",
          "Clothing",
          "Industry",
          "Auto technology",
          "Jewelry",
          "MLM partners",
          "Tourism");
  public static final NumberColumn CNT_PAYMENT = C.count("CNT_PAYMENT", 600);
  public static final CategoryColumn NAME_YIELD_GROUP =
      C.category("NAME_YIELD_GROUP", "XNA", "middle", "high", "low_normal", "low_action");
  public static final CategoryColumn PRODUCT_COMBINATION =
      C.category(
          "PRODUCT_COMBINATION",
          "Cash",
          "POS household with interest",
          "POS mobile with interest",
          "Cash X-Sell: middle",
          "Cash X-Sell: low",
          "POS industry with interest",
          "POS household without interest",
          "Card Street",
          "Card X-Sell",
          "Cash Street: high",
          "Cash X-Sell: high",
          "Cash Street: middle",
          "Cash Street: low",
          "POS mobile without interest",
          "POS other with interest",
          "POS industry without interest",
          "POS others without interest");
  public static final NumberColumn DAYS_FIRST_DRAWING =
      C.daysOrSentinel("DAYS_FIRST_DRAWING", -40_000, 40_000);
  public static final NumberColumn DAYS_FIRST_DUE =
      C.daysOrSentinel("DAYS_FIRST_DUE", -40_000, 40_000);
  public static final NumberColumn DAYS_LAST_DUE_1ST_VERSION =
      C.daysOrSentinel("DAYS_LAST_DUE_1ST_VERSION", -40_000, 40_000);
  public static final NumberColumn DAYS_LAST_DUE =
      C.daysOrSentinel("DAYS_LAST_DUE", -40_000, 40_000);
  public static final NumberColumn DAYS_TERMINATION =
      C.daysOrSentinel("DAYS_TERMINATION", -40_000, 40_000);
  public static final NumberColumn NFLAG_INSURED_ON_APPROVAL = C.flag("NFLAG_INSURED_ON_APPROVAL");

  /** The table: columns in the order of the published files, and its primary key. */
  public static final TableSchema SCHEMA = C.schema(SK_ID_PREV);

  private PreviousApplication() {}
}
