package io.clairscore.features.catalogue;

import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Column;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What each column of the application is about. */
final class ApplicationGroups {
  private static final Map<Column, BusinessGroup> GROUPS = groups();

  private ApplicationGroups() {}

  /**
   * The group of a column.
   *
   * @throws IllegalArgumentException for a column without a group
   */
  static BusinessGroup of(Column column) {
    BusinessGroup group = GROUPS.get(column);
    if (group == null) {
      throw new IllegalArgumentException(column + " belongs to no business group");
    }
    return group;
  }

  private static Map<Column, BusinessGroup> groups() {
    Map<Column, BusinessGroup> groups = new HashMap<>();
    put(
        groups,
        BusinessGroup.REQUESTED_CREDIT,
        Application.NAME_CONTRACT_TYPE,
        Application.AMT_CREDIT,
        Application.AMT_ANNUITY,
        Application.AMT_GOODS_PRICE,
        Application.NAME_TYPE_SUITE,
        Application.WEEKDAY_APPR_PROCESS_START,
        Application.HOUR_APPR_PROCESS_START);
    put(groups, BusinessGroup.INCOME_AND_CHARGES, Application.AMT_INCOME_TOTAL);
    put(
        groups,
        BusinessGroup.EMPLOYMENT,
        Application.NAME_INCOME_TYPE,
        Application.DAYS_EMPLOYED,
        Application.OCCUPATION_TYPE,
        Application.ORGANIZATION_TYPE);
    put(
        groups,
        BusinessGroup.PERSONAL_SITUATION,
        Application.CODE_GENDER,
        Application.FLAG_OWN_CAR,
        Application.OWN_CAR_AGE,
        Application.CNT_CHILDREN,
        Application.CNT_FAM_MEMBERS,
        Application.NAME_EDUCATION_TYPE,
        Application.NAME_FAMILY_STATUS,
        Application.DAYS_BIRTH);
    put(groups, BusinessGroup.HOUSING, Application.FLAG_OWN_REALTY, Application.NAME_HOUSING_TYPE);
    put(
        groups,
        BusinessGroup.REGION_AND_ADDRESS,
        Application.REGION_POPULATION_RELATIVE,
        Application.REGION_RATING_CLIENT,
        Application.REGION_RATING_CLIENT_W_CITY);
    put(
        groups,
        BusinessGroup.CONTACT_AND_DOCUMENTS,
        Application.DAYS_REGISTRATION,
        Application.DAYS_ID_PUBLISH,
        Application.DAYS_LAST_PHONE_CHANGE);
    putRange(
        groups,
        BusinessGroup.CONTACT_AND_DOCUMENTS,
        Application.FLAG_MOBIL,
        Application.FLAG_EMAIL);
    putRange(
        groups,
        BusinessGroup.CONTACT_AND_DOCUMENTS,
        Application.FLAG_DOCUMENT_2,
        Application.FLAG_DOCUMENT_21);
    putRange(
        groups,
        BusinessGroup.REGION_AND_ADDRESS,
        Application.REG_REGION_NOT_LIVE_REGION,
        Application.LIVE_CITY_NOT_WORK_CITY);
    putRange(
        groups, BusinessGroup.EXTERNAL_SCORES, Application.EXT_SOURCE_1, Application.EXT_SOURCE_3);
    putRange(
        groups, BusinessGroup.HOUSING, Application.APARTMENTS_AVG, Application.EMERGENCYSTATE_MODE);
    putRange(
        groups,
        BusinessGroup.PERSONAL_SITUATION,
        Application.OBS_30_CNT_SOCIAL_CIRCLE,
        Application.DEF_60_CNT_SOCIAL_CIRCLE);
    // Enquiries tell how much credit the client seeks at other lenders.
    putRange(
        groups,
        BusinessGroup.CREDITS_ELSEWHERE,
        Application.AMT_REQ_CREDIT_BUREAU_HOUR,
        Application.AMT_REQ_CREDIT_BUREAU_YEAR);
    return Map.copyOf(groups);
  }

  private static void put(
      Map<Column, BusinessGroup> groups, BusinessGroup group, Column... columns) {
    for (Column column : columns) {
      if (groups.put(column, group) != null) {
        throw new IllegalStateException(column + " stands in two business groups");
      }
    }
  }

  /** Neighbours in the published files, both ends included. */
  private static void putRange(
      Map<Column, BusinessGroup> groups, BusinessGroup group, Column first, Column last) {
    List<Column> range =
        Application.SCHEMA.columns().subList(first.position(), last.position() + 1);
    put(groups, group, range.toArray(Column[]::new));
  }
}
