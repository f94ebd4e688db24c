package io.clairscore.features.schema;

/** One row per credit application, labelled (application_train) or not (application_test). */
public final class Application {
  private static final TableColumns C = new TableColumns("application");

  public static final NumberColumn SK_ID_CURR = C.identifier("SK_ID_CURR");
  public static final NumberColumn TARGET = C.label("TARGET");
  public static final CategoryColumn NAME_CONTRACT_TYPE =
      C.category("NAME_CONTRACT_TYPE", "Cash loans", "Revolving loans");
  public static final CategoryColumn CODE_GENDER = C.category("CODE_GENDER", "F", "M", "XNA");
  public static final CategoryColumn FLAG_OWN_CAR = C.category("FLAG_OWN_CAR", "Y", "N");
  public static final CategoryColumn FLAG_OWN_REALTY = C.category("FLAG_OWN_REALTY", "Y", "N");
  public static final NumberColumn CNT_CHILDREN = C.integer("CNT_CHILDREN", Unit.COUNT, 0, 30);
  public static final NumberColumn AMT_INCOME_TOTAL = C.money("AMT_INCOME_TOTAL", 0, 1e9);
  public static final NumberColumn AMT_CREDIT = C.money("AMT_CREDIT", 0, 1e8);
  public static final NumberColumn AMT_ANNUITY = C.money("AMT_ANNUITY", 0, 1e7);
  public static final NumberColumn AMT_GOODS_PRICE = C.money("AMT_GOODS_PRICE", 0, 1e8);
  public static final CategoryColumn NAME_TYPE_SUITE =
      C.category(
          "NAME_TYPE_SUITE",
          "Unaccompanied",
          "Family",
          "Spouse, partner",
          "Children",
          "Other_B",
          "Other_A",
          "Group of people");
  public static final CategoryColumn NAME_INCOME_TYPE =
      C.category(
          "NAME_INCOME_TYPE",
          "Working",
          "Commercial associate",
          "Pensioner",
          "State servant",
          "Unemployed",
          "Student",
          "Businessman",
          "Maternity leave");
  public static final CategoryColumn NAME_EDUCATION_TYPE =
      C.category(
          "NAME_EDUCATION_TYPE",
          "Secondary / secondary special",
          "Higher education",
          "Incomplete higher",
          "Lower secondary",
          "Academic degree");
  public static final CategoryColumn NAME_FAMILY_STATUS =
      C.category(
          "NAME_FAMILY_STATUS",
          "Married",
          "Single / not married",
          "Civil marriage",
          "Separated",
          "Widow",
          "Unknown");
  public static final CategoryColumn NAME_HOUSING_TYPE =
      C.category(
          "NAME_HOUSING_TYPE",
          "House / apartment",
          "With parents",
          "Municipal apartment",
          "Rented apartment",
          "Office apartment",
          "Co-op apartment");
  public static final NumberColumn REGION_POPULATION_RELATIVE =
      C.share("REGION_POPULATION_RELATIVE");
  public static final NumberColumn DAYS_BIRTH = C.integer("DAYS_BIRTH", Unit.DAYS, -40_000, -5000);
  public static final NumberColumn DAYS_EMPLOYED = C.daysOrSentinel("DAYS_EMPLOYED", -25_000, 0);
  public static final NumberColumn DAYS_REGISTRATION = C.days("DAYS_REGISTRATION", -40_000, 0);
  public static final NumberColumn DAYS_ID_PUBLISH = C.days("DAYS_ID_PUBLISH", -40_000, 0);
  public static final NumberColumn OWN_CAR_AGE = C.integer("OWN_CAR_AGE", Unit.YEARS, 0, 120);
  public static final NumberColumn FLAG_MOBIL = C.flag("FLAG_MOBIL");
  public static final NumberColumn FLAG_EMP_PHONE = C.flag("FLAG_EMP_PHONE");
  public static final NumberColumn FLAG_WORK_PHONE = C.flag("FLAG_WORK_PHONE");
  public static final NumberColumn FLAG_CONT_MOBILE = C.flag("FLAG_CONT_MOBILE");
  public static final NumberColumn FLAG_PHONE = C.flag("FLAG_PHONE");
  public static final NumberColumn FLAG_EMAIL = C.flag("FLAG_EMAIL");
  public static final CategoryColumn OCCUPATION_TYPE =
      C.category(
          "OCCUPATION_TYPE",
          "Laborers",
          "Sales staff",
          "Core staff",
          "Managers",
          "Drivers",
          "High skill tech staff",
          "Accountants",
          "Medicine staff",
          "Security staff",
          "Cooking staff",
          "Cleaning staff",
          "Private service staff",
          "Low-skill Laborers",
          "Waiters/barmen staff",
          "Secretaries",
          "Realty agents",
          "HR staff",
          "IT staff");
  public static final NumberColumn CNT_FAM_MEMBERS =
      C.integer("CNT_FAM_MEMBERS", Unit.COUNT, 1, 40);
  public static final NumberColumn REGION_RATING_CLIENT =
      C.integer("REGION_RATING_CLIENT", Unit.GRADE, 1, 3);
  public static final NumberColumn REGION_RATING_CLIENT_W_CITY =
      C.integer("REGION_RATING_CLIENT_W_CITY", Unit.GRADE, -1, 3);
  public static final CategoryColumn WEEKDAY_APPR_PROCESS_START =
      C.category(
          "WEEKDAY_APPR_PROCESS_START",
          "MONDAY",
          "TUESDAY",
          "WEDNESDAY",
          "THURSDAY",
          "FRIDAY",
          "SATURDAY",
          "SUNDAY");
  public static final NumberColumn HOUR_APPR_PROCESS_START =
      C.integer("HOUR_APPR_PROCESS_START", Unit.HOUR, 0, 23);
  public static final NumberColumn REG_REGION_NOT_LIVE_REGION =
      C.flag("REG_REGION_NOT_LIVE_REGION");
  public static final NumberColumn REG_REGION_NOT_WORK_REGION =
      C.flag("REG_REGION_NOT_WORK_REGION");
  public static final NumberColumn LIVE_REGION_NOT_WORK_REGION =
      C.flag("LIVE_REGION_NOT_WORK_REGION");
  public static final NumberColumn REG_CITY_NOT_LIVE_CITY = C.flag("REG_CITY_NOT_LIVE_CITY");
  public static final NumberColumn REG_CITY_NOT_WORK_CITY = C.flag("REG_CITY_NOT_WORK_CITY");
  public static final NumberColumn LIVE_CITY_NOT_WORK_CITY = C.flag("LIVE_CITY_NOT_WORK_CITY");
  public static final CategoryColumn ORGANIZATION_TYPE =
      C.category("ORGANIZATION_TYPE", OrganizationTypes.VALUES);
  public static final NumberColumn EXT_SOURCE_1 = C.decimal("EXT_SOURCE_1", Unit.SCORE, 0, 1);
  public static final NumberColumn EXT_SOURCE_2 = C.decimal("EXT_SOURCE_2", Unit.SCORE, 0, 1);
  public static final NumberColumn EXT_SOURCE_3 = C.decimal("EXT_SOURCE_3", Unit.SCORE, 0, 1);
  public static final NumberColumn APARTMENTS_AVG = C.share("APARTMENTS_AVG");
  public static final NumberColumn BASEMENTAREA_AVG = C.share("BASEMENTAREA_AVG");
  public static final NumberColumn YEARS_BEGINEXPLUATATION_AVG =
      C.share("YEARS_BEGINEXPLUATATION_AVG");
  public static final NumberColumn YEARS_BUILD_AVG = C.share("YEARS_BUILD_AVG");
  public static final NumberColumn COMMONAREA_AVG = C.share("COMMONAREA_AVG");
  public static final NumberColumn ELEVATORS_AVG = C.share("ELEVATORS_AVG");
  public static final NumberColumn ENTRANCES_AVG = C.share("ENTRANCES_AVG");
  public static final NumberColumn FLOORSMAX_AVG = C.share("FLOORSMAX_AVG");
  public static final NumberColumn FLOORSMIN_AVG = C.share("FLOORSMIN_AVG");
  public static final NumberColumn LANDAREA_AVG = C.share("LANDAREA_AVG");
  public static final NumberColumn LIVINGAPARTMENTS_AVG = C.share("LIVINGAPARTMENTS_AVG");
  public static final NumberColumn LIVINGAREA_AVG = C.share("LIVINGAREA_AVG");
  public static final NumberColumn NONLIVINGAPARTMENTS_AVG = C.share("NONLIVINGAPARTMENTS_AVG");
  public static final NumberColumn NONLIVINGAREA_AVG = C.share("NONLIVINGAREA_AVG");
  public static final NumberColumn APARTMENTS_MODE = C.share("APARTMENTS_MODE");
  public static final NumberColumn BASEMENTAREA_MODE = C.share("BASEMENTAREA_MODE");
  public static final NumberColumn YEARS_BEGINEXPLUATATION_MODE =
      C.share("YEARS_BEGINEXPLUATATION_MODE");
  public static final NumberColumn YEARS_BUILD_MODE = C.share("YEARS_BUILD_MODE");
  public static final NumberColumn COMMONAREA_MODE = C.share("COMMONAREA_MODE");
  public static final NumberColumn ELEVATORS_MODE = C.share("ELEVATORS_MODE");
  public static final NumberColumn ENTRANCES_MODE = C.share("ENTRANCES_MODE");
  public static final NumberColumn FLOORSMAX_MODE = C.share("FLOORSMAX_MODE");
  public static final NumberColumn FLOORSMIN_MODE = C.share("FLOORSMIN_MODE");
  public static final NumberColumn LANDAREA_MODE = C.share("LANDAREA_MODE");
  public static final NumberColumn LIVINGAPARTMENTS_MODE = C.share("LIVINGAPARTMENTS_MODE");
  public static final NumberColumn LIVINGAREA_MODE = C.share("LIVINGAREA_MODE");
  public static final NumberColumn NONLIVINGAPARTMENTS_MODE = C.share("NONLIVINGAPARTMENTS_MODE");
  public static final NumberColumn NONLIVINGAREA_MODE = C.share("NONLIVINGAREA_MODE");
  public static final NumberColumn APARTMENTS_MEDI = C.share("APARTMENTS_MEDI");
  public static final NumberColumn BASEMENTAREA_MEDI = C.share("BASEMENTAREA_MEDI");
  public static final NumberColumn YEARS_BEGINEXPLUATATION_MEDI =
      C.share("YEARS_BEGINEXPLUATATION_MEDI");
  public static final NumberColumn YEARS_BUILD_MEDI = C.share("YEARS_BUILD_MEDI");
  public static final NumberColumn COMMONAREA_MEDI = C.share("COMMONAREA_MEDI");
  public static final NumberColumn ELEVATORS_MEDI = C.share("ELEVATORS_MEDI");
  public static final NumberColumn ENTRANCES_MEDI = C.share("ENTRANCES_MEDI");
  public static final NumberColumn FLOORSMAX_MEDI = C.share("FLOORSMAX_MEDI");
  public static final NumberColumn FLOORSMIN_MEDI = C.share("FLOORSMIN_MEDI");
  public static final NumberColumn LANDAREA_MEDI = C.share("LANDAREA_MEDI");
  public static final NumberColumn LIVINGAPARTMENTS_MEDI = C.share("LIVINGAPARTMENTS_MEDI");
  public static final NumberColumn LIVINGAREA_MEDI = C.share("LIVINGAREA_MEDI");
  public static final NumberColumn NONLIVINGAPARTMENTS_MEDI = C.share("NONLIVINGAPARTMENTS_MEDI");
  public static final NumberColumn NONLIVINGAREA_MEDI = C.share("NONLIVINGAREA_MEDI");
  public static final CategoryColumn FONDKAPREMONT_MODE =
      C.category(
          "FONDKAPREMONT_MODE",
          "reg oper account",
          "reg oper spec account",
          "not specified",
          "org spec account");
  public static final CategoryColumn HOUSETYPE_MODE =
      C.category("HOUSETYPE_MODE", "block of flats", "specific housing", "terraced house");
  public static final NumberColumn TOTALAREA_MODE = C.share("TOTALAREA_MODE");
  public static final CategoryColumn WALLSMATERIAL_MODE =
      C.category(
          "WALLSMATERIAL_MODE",
          "Panel",
          "Stone, brick",
          "Block",
          "Wooden",
          "Mixed",
          "Monolithic",
          "Others");
  public static final CategoryColumn EMERGENCYSTATE_MODE =
      C.category("EMERGENCYSTATE_MODE", "No", "Yes");
  public static final NumberColumn OBS_30_CNT_SOCIAL_CIRCLE =
      C.count("OBS_30_CNT_SOCIAL_CIRCLE", 1000);
  public static final NumberColumn DEF_30_CNT_SOCIAL_CIRCLE =
      C.count("DEF_30_CNT_SOCIAL_CIRCLE", 1000);
  public static final NumberColumn OBS_60_CNT_SOCIAL_CIRCLE =
      C.count("OBS_60_CNT_SOCIAL_CIRCLE", 1000);
  public static final NumberColumn DEF_60_CNT_SOCIAL_CIRCLE =
      C.count("DEF_60_CNT_SOCIAL_CIRCLE", 1000);
  public static final NumberColumn DAYS_LAST_PHONE_CHANGE =
      C.days("DAYS_LAST_PHONE_CHANGE", -40_000, 0);
  public static final NumberColumn FLAG_DOCUMENT_2 = C.flag("FLAG_DOCUMENT_2");
  public static final NumberColumn FLAG_DOCUMENT_3 = C.flag("FLAG_DOCUMENT_3");
  public static final NumberColumn FLAG_DOCUMENT_4 = C.flag("FLAG_DOCUMENT_4");
  public static final NumberColumn FLAG_DOCUMENT_5 = C.flag("FLAG_DOCUMENT_5");
  public static final NumberColumn FLAG_DOCUMENT_6 = C.flag("FLAG_DOCUMENT_6");
  public static final NumberColumn FLAG_DOCUMENT_7 = C.flag("FLAG_DOCUMENT_7");
  public static final NumberColumn FLAG_DOCUMENT_8 = C.flag("FLAG_DOCUMENT_8");
  public static final NumberColumn FLAG_DOCUMENT_9 = C.flag("FLAG_DOCUMENT_9");
  public static final NumberColumn FLAG_DOCUMENT_10 = C.flag("FLAG_DOCUMENT_10");
  public static final NumberColumn FLAG_DOCUMENT_11 = C.flag("FLAG_DOCUMENT_11");
  public static final NumberColumn FLAG_DOCUMENT_12 = C.flag("FLAG_DOCUMENT_12");
  public static final NumberColumn FLAG_DOCUMENT_13 = C.flag("FLAG_DOCUMENT_13");
  public static final NumberColumn FLAG_DOCUMENT_14 = C.flag("FLAG_DOCUMENT_14");
  public static final NumberColumn FLAG_DOCUMENT_15 = C.flag("FLAG_DOCUMENT_15");
  public static final NumberColumn FLAG_DOCUMENT_16 = C.flag("FLAG_DOCUMENT_16");
  public static final NumberColumn FLAG_DOCUMENT_17 = C.flag("FLAG_DOCUMENT_17");
  public static final NumberColumn FLAG_DOCUMENT_18 = C.flag("FLAG_DOCUMENT_18");
  public static final NumberColumn FLAG_DOCUMENT_19 = C.flag("FLAG_DOCUMENT_19");
  public static final NumberColumn FLAG_DOCUMENT_20 = C.flag("FLAG_DOCUMENT_20");
  public static final NumberColumn FLAG_DOCUMENT_21 = C.flag("FLAG_DOCUMENT_21");
  public static final NumberColumn AMT_REQ_CREDIT_BUREAU_HOUR =
      C.count("AMT_REQ_CREDIT_BUREAU_HOUR", 1000);
  public static final NumberColumn AMT_REQ_CREDIT_BUREAU_DAY =
      C.count("AMT_REQ_CREDIT_BUREAU_DAY", 1000);
  public static final NumberColumn AMT_REQ_CREDIT_BUREAU_WEEK =
      C.count("AMT_REQ_CREDIT_BUREAU_WEEK", 1000);
  public static final NumberColumn AMT_REQ_CREDIT_BUREAU_MON =
      C.count("AMT_REQ_CREDIT_BUREAU_MON", 1000);
  public static final NumberColumn AMT_REQ_CREDIT_BUREAU_QRT =
      C.count("AMT_REQ_CREDIT_BUREAU_QRT", 1000);
  public static final NumberColumn AMT_REQ_CREDIT_BUREAU_YEAR =
      C.count("AMT_REQ_CREDIT_BUREAU_YEAR", 1000);

  /** The table: columns in the order of the published files, and its primary key. */
  public static final TableSchema SCHEMA = C.schema(SK_ID_CURR);

  private Application() {}
}
