import type { Metric } from '../metric.ts';
import allGuaranteesCoverage from './all-guarantees-coverage.ts';
import awardedHouseholds from './awarded-households.ts';
import awardYuan from './award-yuan.ts';
import beneficiaryHouseholdTimes from './beneficiary-household-times.ts';
import clearedHouseholds from './cleared-households.ts';
import centralIndustryFundShare from './central-industry-fund-share.ts';
import clothingCoverage from './clothing-coverage.ts';
import collectiveIncome from './collective-income.ts';
import collectiveIncomeGrowth from './collective-income-growth.ts';
import collectiveIncomeTotal from './collective-income-total.ts';
import collectiveIncomeTotalGrowth from './collective-income-total-growth.ts';
import collectiveOperatingIncome from './collective-operating-income.ts';
import collectiveOperatingIncomeGrowth from './collective-operating-income-growth.ts';
import combinedPovertyIncidence from './combined-poverty-incidence.ts';
import completionRate from './completion-rate.ts';
import cooperativeShare from './cooperative-share.ts';
import dropoutChildren from './dropout-children.ts';
import educationCoverage from './education-coverage.ts';
import exitedBusinessIncome from './exited-business-income.ts';
import exitedIncomeGrowth from './exited-income-growth.ts';
import exitedIncomeLead from './exited-income-lead.ts';
import exitedIncomePerPerson from './exited-income-per-person.ts';
import exitedMigrantIncome from './exited-migrant-income.ts';
import exitedPropertyIncome from './exited-property-income.ts';
import exitedShare from './exited-share.ts';
import exitedTransferIncome from './exited-transfer-income.ts';
import exitedWageIncome from './exited-wage-income.ts';
import farmersIncomeGrowth from './farmers-income-growth.ts';
import foodCoverage from './food-coverage.ts';
import fundsByCategory from './funds-by-category.ts';
import fundsBySource from './funds-by-source.ts';
import hardenedRoadShare from './hardened-road-share.ts';
import highOperatingIncomeVillages from './high-operating-income-villages.ts';
import householdsPerHelper from './households-per-helper.ts';
import housingAidHouseholds from './housing-aid-households.ts';
import housingCoverage from './housing-coverage.ts';
import incomeGapRatio from './income-gap-ratio.ts';
import industryCoverage from './industry-coverage.ts';
import industryCoverageAll from './industry-coverage-all.ts';
import industryCoverageAssisted from './industry-coverage-assisted.ts';
import industryFundShare from './industry-fund-share.ts';
import inKindByUnit from './in-kind-by-unit.ts';
import liaisonCoverage from './liaison-coverage.ts';
import lowOperatingIncomeVillages from './low-operating-income-villages.ts';
import medicalCoverage from './medical-coverage.ts';
import middleOperatingIncomeVillages from './middle-operating-income-villages.ts';
import missedPoorRate from './missed-poor-rate.ts';
import moneyLeftYuan from './money-left-yuan.ts';
import monitoredHouseholds from './monitored-households.ts';
import monitoredHouseholdsByType from './monitored-households-by-type.ts';
import monitoredPersonsByType from './monitored-persons-by-type.ts';
import monitoredPersonsShare from './monitored-persons-share.ts';
import netIncomePerPerson from './net-income-per-person.ts';
import newlyMonitoredHouseholds from './newly-monitored-households.ts';
import overdueProjects from './overdue-projects.ts';
import pairingCoverage from './pairing-coverage.ts';
import planCoverage from './plan-coverage.ts';
import plannedYuan from './planned-yuan.ts';
import povertyGap from './poverty-gap.ts';
import povertyIncidence from './poverty-incidence.ts';
import projects from './projects.ts';
import provincialIndustryFundShare from './provincial-industry-fund-share.ts';
import receivedYuan from './received-yuan.ts';
import recognitionRate from './recognition-rate.ts';
import returnedHouseholds from './returned-households.ts';
import riskClearedShare from './risk-cleared-share.ts';
import spendRate from './spend-rate.ts';
import spendRateToDate from './spend-rate-to-date.ts';
import spentYuan from './spent-yuan.ts';
import villageHousingShare from './village-housing-share.ts';
import villageInsuredShare from './village-insured-share.ts';
import villagePensionShare from './village-pension-share.ts';
import villagePowerShare from './village-power-share.ts';
import villageTvShare from './village-tv-share.ts';
import villageWaterShare from './village-water-share.ts';
import waterCoverage from './water-coverage.ts';
import wrongExitRate from './wrong-exit-rate.ts';
import industryHouseholdsByType from './industry-households-by-type.ts';

/** Every metric, in the order in which reports show them. */
export const metrics: readonly Metric[] = [
  industryCoverage,
  povertyIncidence,
  collectiveIncome,
  collectiveIncomeGrowth,
  industryCoverageAll,
  industryCoverageAssisted,
  liaisonCoverage,
  industryHouseholdsByType,
  awardedHouseholds,
  awardYuan,
  collectiveIncomeTotal,
  collectiveIncomeTotalGrowth,
  collectiveOperatingIncome,
  collectiveOperatingIncomeGrowth,
  lowOperatingIncomeVillages,
  middleOperatingIncomeVillages,
  highOperatingIncomeVillages,
  netIncomePerPerson,
  exitedIncomePerPerson,
  exitedIncomeGrowth,
  farmersIncomeGrowth,
  exitedIncomeLead,
  exitedWageIncome,
  exitedBusinessIncome,
  exitedPropertyIncome,
  exitedTransferIncome,
  exitedMigrantIncome,
  povertyGap,
  incomeGapRatio,
  pairingCoverage,
  planCoverage,
  householdsPerHelper,
  foodCoverage,
  clothingCoverage,
  educationCoverage,
  medicalCoverage,
  housingCoverage,
  waterCoverage,
  allGuaranteesCoverage,
  villageHousingShare,
  villageWaterShare,
  villagePowerShare,
  villageTvShare,
  villageInsuredShare,
  villagePensionShare,
  dropoutChildren,
  hardenedRoadShare,
  cooperativeShare,
  exitedShare,
  returnedHouseholds,
  monitoredHouseholds,
  monitoredHouseholdsByType,
  monitoredPersonsByType,
  monitoredPersonsShare,
  newlyMonitoredHouseholds,
  clearedHouseholds,
  riskClearedShare,
  combinedPovertyIncidence,
  wrongExitRate,
  missedPoorRate,
  recognitionRate,
  projects,
  plannedYuan,
  receivedYuan,
  spentYuan,
  spendRate,
  spendRateToDate,
  moneyLeftYuan,
  completionRate,
  overdueProjects,
  industryFundShare,
  centralIndustryFundShare,
  provincialIndustryFundShare,
  fundsByCategory,
  fundsBySource,
  inKindByUnit,
  beneficiaryHouseholdTimes,
  housingAidHouseholds,
];
