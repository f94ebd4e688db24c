package io.clairscore.features.catalogue;

/** What a feature is about, in the terms in which an advisor talks with a client. */
public enum BusinessGroup {
  /** The credit asked for: amount, annuity, goods, circumstances of the request. */
  REQUESTED_CREDIT,
  INCOME_AND_CHARGES,
  /** Scores that other institutions give. */
  EXTERNAL_SCORES,
  /** Credits at other lenders, as the credit bureau reports them, and enquiries about them. */
  CREDITS_ELSEWHERE,
  /** Earlier applications here, granted or not. */
  PAST_APPLICATIONS,
  /** How instalments of earlier credits here were paid. */
  REPAYMENT_BEHAVIOUR,
  /** Use of credit cards issued here. */
  CARD_USE,
  /** Age, family, education, social surroundings, car. */
  PERSONAL_SITUATION,
  /** Where and how the client lives, and the building. */
  HOUSING,
  /** Region, and whether its addresses agree. */
  REGION_AND_ADDRESS,
  EMPLOYMENT,
  /** Telephone, e-mail, identity papers and documents provided. */
  CONTACT_AND_DOCUMENTS
}
