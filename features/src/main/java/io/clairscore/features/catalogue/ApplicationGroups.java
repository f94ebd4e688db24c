package io.clairscore.features.catalogue;

import static io.clairscore.features.catalogue.BusinessGroup.CONTACT_AND_DOCUMENTS;
import static io.clairscore.features.catalogue.BusinessGroup.CREDITS_ELSEWHERE;
import static io.clairscore.features.catalogue.BusinessGroup.EMPLOYMENT;
import static io.clairscore.features.catalogue.BusinessGroup.EXTERNAL_SCORES;
import static io.clairscore.features.catalogue.BusinessGroup.HOUSING;
import static io.clairscore.features.catalogue.BusinessGroup.INCOME_AND_CHARGES;
import static io.clairscore.features.catalogue.BusinessGroup.PERSONAL_SITUATION;
import static io.clairscore.features.catalogue.BusinessGroup.REGION_AND_ADDRESS;
import static io.clairscore.features.catalogue.BusinessGroup.REQUESTED_CREDIT;

import io.clairscore.features.schema.Application;
import io.clairscore.features.schema.Column;
import java.util.HashMap;
import java.util.Map;

/** What each column of the application is about. */
final class ApplicationGroups {
  private static final Map<Column, BusinessGroup> GROUPS = new ApplicationGroups().groups;

  private final Map<Column, BusinessGroup> groups = new HashMap<>();

  private ApplicationGroups() {
    put(REQUESTED_CREDIT, Application.NAME_CONTRACT_TYPE);
    put(PERSONAL_SITUATION, Application.CODE_GENDER, Application.FLAG_OWN_CAR);
    put(HOUSING, Application.FLAG_OWN_REALTY);
    put(PERSONAL_SITUATION, Application.CNT_CHILDREN);
    put(INCOME_AND_CHARGES, Application.AMT_INCOME_TOTAL);
    put(REQUESTED_CREDIT, Application.AMT_CREDIT, Application.NAME_TYPE_SUITE);
    put(EMPLOYMENT, Application.NAME_INCOME_TYPE);
    put(PERSONAL_SITUATION, Application.NAME_EDUCATION_TYPE, Application.NAME_FAMILY_STATUS);
    put(HOUSING, Application.NAME_HOUSING_TYPE);
    put(REGION_AND_ADDRESS, Application.REGION_POPULATION_RELATIVE);
    put(PERSONAL_SITUATION, Application.DAYS_BIRTH);
    put(EMPLOYMENT, Application.DAYS_EMPLOYED);
    put(CONTACT_AND_DOCUMENTS, Application.DAYS_REGISTRATION, Application.DAYS_ID_PUBLISH);
    put(PERSONAL_SITUATION, Application.OWN_CAR_AGE);
    put(CONTACT_AND_DOCUMENTS, Application.FLAG_MOBIL, Application.FLAG_EMAIL);
    put(EMPLOYMENT, Application.OCCUPATION_TYPE);
    put(PERSONAL_SITUATION, Application.CNT_FAM_MEMBERS);
    put(REGION_AND_ADDRESS, Application.REGION_RATING_CLIENT);
    put(REGION_AND_ADDRESS, Application.REGION_RATING_CLIENT_W_CITY);
    put(REQUESTED_CREDIT, Application.WEEKDAY_APPR_PROCESS_START);
    put(REQUESTED_CREDIT, Application.HOUR_APPR_PROCESS_START);
    put(
        REGION_AND_ADDRESS,
        Application.REG_REGION_NOT_LIVE_REGION,
        Application.LIVE_CITY_NOT_WORK_CITY);
    put(EMPLOYMENT, Application.ORGANIZATION_TYPE);
    put(EXTERNAL_SCORES, Application.EXT_SOURCE_1, Application.EXT_SOURCE_3);
    put(HOUSING, Application.APARTMENTS_AVG, Application.EMERGENCYSTATE_MODE);
    put(
        PERSONAL_SITUATION,
        Application.OBS_30_CNT_SOCIAL_CIRCLE,
        Application.DEF_60_CNT_SOCIAL_CIRCLE);
    put(CONTACT_AND_DOCUMENTS, Application.DAYS_LAST_PHONE_CHANGE);
    put(CONTACT_AND_DOCUMENTS, Application.FLAG_DOCUMENT_2, Application.FLAG_DOCUMENT_21);
    // Enquiries tell how much credit the client seeks at other lenders.
    put(
        CREDITS_ELSEWHERE,
        Application.AMT_REQ_CREDIT_BUREAU_HOUR,
        Application.AMT_REQ_CREDIT_BUREAU_YEAR);
  }

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

  private void put(BusinessGroup group, Column column) {
    put(group, column, column);
  }

  /** Neighbours in the published files, both ends included. */
  private void put(BusinessGroup group, Column first, Column last) {
    for (int i = first.position(); i <= last.position(); i++) {
      Column column = Application.SCHEMA.columns().get(i);
      if (groups.put(column, group) != null) {
        throw new IllegalStateException(column + " stands in two business groups");
      }
    }
  }
}
