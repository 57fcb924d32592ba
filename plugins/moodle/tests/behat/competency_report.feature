@local @local_moocbuild @_file_upload @javascript
Feature: Report on competencies
  In order to know where a group stands, and where I stand
  As a teacher or a learner
  I need to see what answers have shown, and of others only what I may see

  # Packages: python plugins/moodle/tests/behat/packages.py

  Background:
    Given I log in as "admin"
    And I visit "/local/moocbuild/import.php"
    And I upload "local/moocbuild/tests/fixtures/first.mbz" file to "Package (.mbz)" filemanager
    And I press "Show what will change"
    And I press "Create the course"
    And the following "users" exist:
      | username | firstname | lastname |
      | teacher1 | Theo      | Teacher  |
      | student1 | Lea       | Learner  |
      | student2 | Luca      | Learner  |
    And the following "course enrolments" exist:
      | user     | course    | role           |
      | teacher1 | mbt-small | editingteacher |
      | student1 | mbt-small | student        |
      | student2 | mbt-small | student        |

  Scenario: A teacher sees the group and each learner
    Given I am on the "mbt-small" course page logged in as "teacher1"
    When I navigate to "Competency report" in current page administration
    Then I should see "Competency report: Everybody"
    And I should see "How this is worked out"
    When I click on "Learners" "link" in the "region-main" "region"
    Then I should see "Lea Learner"
    When I follow "Lea Learner"
    Then I should see "Competencies of Lea Learner"
    And "Download this table (CSV)" "link" should exist

  Scenario: A learner sees what their own answers have shown, and nobody else's
    Given I am on the "mbt-small" course page logged in as "student1"
    When I navigate to "Competency report" in current page administration
    Then I should see "My competencies"
    And I should see "This shows knowledge and judgement in an online course."
    And I should not see "Luca Learner"
    And I should not see "Everybody"
